// Controls, separators of lines and paragraphs, and marks that reorder text.
const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * Text from a file as one line that is safe to print: a name in it could otherwise move the cursor, change colours, or
 * pass for a line of ours. Such characters become their escapes (`\u001b`), which also keeps JSON the same JSON.
 */
export function printable(text: string): string {
  return text.replace(controls, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
