/** From here on a number has more digits than anybody reads. */
const manyDigits = 1e15;

/**
 * What to show of a typed number: the text, and the number that it was read as, where they are not the same to a reader.
 * `written` writes it as the page does, with `unit` behind it.
 */
export function readBack(
  text: string,
  value: number,
  written: (value: number) => string,
  unit = '',
): { readonly typed: string; readonly read?: string } {
  const typed = text.trim();
  if (Math.abs(value) >= manyDigits) return { typed };
  const read = written(value);
  const isSame = [typed, `${typed}${unit}`].some((each) => bare(each) === bare(read));
  return isSame ? { typed: read } : { typed, read };
}

/** Without what groups digits. */
function bare(text: string): string {
  return text.replace(/[\s,’']/g, '');
}
