import { failure, success, type Result } from '../../nets/result';
import type { OfficialFile } from './officialWeights';

/**
 * URL prefixes and what replaces them, one address or several in the order to try: `mirrors.json` beside the app, for
 * hosts that copy the files.
 */
export type Mirrors = Readonly<Record<string, readonly string[]>>;

/**
 * Where to download some weights from: the mirrors that this host has, before all other addresses.
 * @param mirrorsUrl what relative mirrors are relative to
 */
export function mirroredFiles(
  files: readonly OfficialFile[],
  mirrors: Mirrors,
  mirrorsUrl: string,
): readonly OfficialFile[] {
  const mirrored = files.map((file) => {
    const [prefix, folders] = Object.entries(mirrors).find(([start]) => file.url.startsWith(start)) ?? [];
    if (prefix === undefined || folders === undefined) return null;
    const path = file.url.slice(prefix.length);
    return folders.map((folder): OfficialFile => ({ ...file, url: new URL(`${folder}${path}`, mirrorsUrl).href }));
  });
  return [...mirrored.flatMap((found) => found ?? []), ...files.filter((_, index) => mirrored[index] === null)];
}

export function parseMirrors(json: unknown): Result<Mirrors> {
  const entries: readonly (readonly [string, unknown])[] =
    typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const lists = entries.map(([prefix, value]): [string, readonly unknown[]] => [
    prefix,
    Array.isArray(value) ? value : [value],
  ]);
  const isWhole = lists.every((entry): entry is [string, readonly string[]] =>
    entry[1].every((folder) => typeof folder === 'string'),
  );
  return isWhole ? success(Object.fromEntries(lists)) : failure('mirrors.json: not an object of addresses');
}
