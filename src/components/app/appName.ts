/** A proper name, so not translated. */
export const appName = 'Featherweight';
