/** The text stored under a key, or null; always null in a browser that blocks site data, where any access throws. */
export function storedText(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text for the next visit, where the browser allows it. */
export function storeText(key: string, text: string): void {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // Blocked or full: the choice then only lasts as long as the page.
  }
}

/** Removes the text stored under a key. */
export function forgetText(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Blocked: then nothing is stored either.
  }
}
