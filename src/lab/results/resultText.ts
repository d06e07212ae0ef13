/** Characters of a text of a result. The longest names of adapters have about 150. */
export const maxTextLength = 300;

/**
 * Control characters, halves of surrogate pairs, marks that turn the direction of writing around, and those without width:
 * no name of a network or device has them.
 */
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

export function isPrintable(text: string): boolean {
  return !unprintable.test(text);
}

/** A text that a result may hold: what a browser says about its adapter has no rules. */
export function printableText(text: string): string {
  // Cut first: that may halve a pair.
  return Array.from(text.slice(0, maxTextLength), (letter) => (isPrintable(letter) ? letter : ' ')).join('');
}
