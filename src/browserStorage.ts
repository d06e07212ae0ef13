/** The text that this browser stored under a key, or null: also where it is set to block site data, which throws on any access. */
export function storedText(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text for the next visit. Where site data is blocked, it lasts only as long as the page keeps it. */
export function storeText(key: string, text: string): void {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    // Blocked, or full: nothing is lost but the memory of it.
  }
}
