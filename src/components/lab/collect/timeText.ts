/** Day and time of day, as a class measures and hands in within the hour. `seconds` counts from 1970. */
export function timeText(seconds: number, locale: string): string {
  const written = new Date(seconds * 1000).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
  // In one line, also in a narrow column.
  return written.replaceAll(/\s/g, '\u00a0');
}
