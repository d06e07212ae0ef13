import type { Connection } from '../../run/weights/connection';
import type { Manifest } from '../../run/weights/manifest';

type FirstNetworks = {
  /** Those that the app's server has, the usual ones first. */
  readonly served: readonly Manifest[];
  readonly count: number;
  readonly connection: Connection;
  /** Names of those whose weights this browser has already. */
  readonly kept: ReadonlySet<string>;
};

/** The networks that run where none is named: the usual ones, or the smallest where those would take too long to fetch. */
export function firstNetworks({ served, count, connection, kept }: FirstNetworks): readonly Manifest[] {
  const usual = served.slice(0, count);
  const costOf = ({ name, bytes }: Manifest): number => (kept.has(name) ? 0 : bytes);
  const bytes = usual.reduce((sum, manifest) => sum + costOf(manifest), 0);
  if (bytes === 0 || !isSlow(connection, bytes)) return usual;
  return served.toSorted((a, b) => costOf(a) - costOf(b)).slice(0, count);
}

/** Nobody waits longer for the first label unasked. */
const maxSeconds = 30;

/** Whether a download of this size is too much unasked. */
export function isSlow({ savesData, effectiveType, bytesPerSecond }: Connection, bytes: number): boolean {
  const isSlowType = effectiveType !== null && /^(slow-2g|2g|3g)$/.test(effectiveType);
  return savesData || isSlowType || (bytesPerSecond !== null && bytes > bytesPerSecond * maxSeconds);
}
