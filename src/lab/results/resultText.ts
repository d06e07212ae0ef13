/** Characters of a text of a result. The longest names of adapters have about 150. */
export const maxTextLength = 300;

/** Control characters, and marks that turn the direction of writing around: no name of a network or device has them. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

export function isPrintable(text: string): boolean {
  return !unprintable.test(text);
}

/** A text that a result may hold: what a browser says about its adapter has no rules. */
export function printableText(text: string): string {
  return Array.from(text, (letter) => (isPrintable(letter) ? letter : ' '))
    .join('')
    .slice(0, maxTextLength);
}
