/** A proper name: the same in every language. */
export const appName = 'Featherweight';
