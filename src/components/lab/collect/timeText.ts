/** Day and time of day, as a class measures and hands in within the hour. `seconds` counts from 1970. */
export function timeText(seconds: number, locale: string): string {
  return new Date(seconds * 1000).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' });
}
