/** What the browser tells of its connection. */
export type Connection = {
  /** Whether data is to be saved: the person asked for it, or pays for it, as over a mobile network. */
  readonly savesData: boolean;
  /** Network Information API: `slow-2g`, `2g`, `3g` or `4g`; null where the browser has none. */
  readonly effectiveType: string | null;
  /** What the page's own files came with; null where they came from a cache. */
  readonly bytesPerSecond: number | null;
};

export function currentConnection(): Connection {
  // Not all browsers have it, and TypeScript knows it in none.
  const told: unknown = 'connection' in navigator ? navigator.connection : undefined;
  const field = (name: string): unknown => (told instanceof EventTarget ? Reflect.get(told, name) : undefined);
  const type = field('effectiveType');
  return {
    savesData: field('saveData') === true || field('type') === 'cellular',
    effectiveType: typeof type === 'string' ? type : null,
    bytesPerSecond: throughputOf(performance.getEntriesByType('resource')),
  };
}

/** Smaller files say more about the way than about its width. */
const minMeasuredBytes = 40_000;

/** The best rate in bytes per second at which one of the files came from the network; null where none is large enough. */
export function throughputOf(files: readonly PerformanceEntry[]): number | null {
  const rates = files.flatMap((file) => {
    if (!('transferSize' in file && 'responseStart' in file && 'responseEnd' in file)) return [];
    const [bytes, start, end] = [Number(file.transferSize), Number(file.responseStart), Number(file.responseEnd)];
    return bytes < minMeasuredBytes || end <= start ? [] : [bytes / ((end - start) / 1000)];
  });
  return rates.length === 0 ? null : Math.max(...rates);
}
