/** The part of an address that names the screen that is presented. */
export const presentParameter = 'present';

/** The screen of a page's title and opening picture. */
export const openingScreen = 'opening';
