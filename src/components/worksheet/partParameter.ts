/** The name that a sheet's address gives to a block of a network. On the chapter's page it is the place, `at`. */
export const partParameter = 'part';
