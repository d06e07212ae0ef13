/** The text stored under a key, or null; always null in a browser that blocks site data, where any access throws. */
export function storedText(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores a text for the next visit. False where the browser is blocked or full: it then lasts as long as the page. */
export function storeText(key: string, text: string): boolean {
  try {
    window.localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
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

/** A choice that is stored, and none that this version knows. */
export type BrokenChoice = { readonly key: string; readonly text: string };

const broken = new Map<string, string>();

/** The stored choice, as `parse` reads it. One that it does not know counts as none, and is told by `brokenChoices`. */
export function storedChoice<T>(key: string, parse: (text: string) => T | undefined): T | undefined {
  const text = storedText(key);
  const choice = text === null ? undefined : parse(text);
  if (text !== null && choice === undefined) broken.set(key, text);
  return choice;
}

/** The stored choices that could not be read on this visit, and were not chosen again since. */
export function brokenChoices(): readonly BrokenChoice[] {
  return [...broken].map(([key, text]) => ({ key, text })).filter(({ key, text }) => storedText(key) === text);
}
