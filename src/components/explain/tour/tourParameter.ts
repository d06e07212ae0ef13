/** The part of an address that names a step of the tour. */
export const tourParameter = 'tour';
