/** Control characters, halves of surrogate pairs, marks that turn the direction of writing around, and those without width. */
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** A person's text as a page may show it: what cannot be printed becomes a space; line breaks stay where `hasLines`. */
export function printableText(text: string, hasLines: boolean): string {
  return Array.from(text, (letter) => (unprintable.test(letter) && !(hasLines && letter === '\n') ? ' ' : letter)).join(
    '',
  );
}
