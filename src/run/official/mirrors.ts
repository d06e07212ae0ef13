import { failure, success, type Result } from '../../nets/result';
import { fetchJson } from '../weights/fetchFile';

/** URL prefixes and what replaces them: `mirrors.json` beside the app, for hosts that copy the files. */
export type Mirrors = Readonly<Record<string, string>>;

/** The URL to download an official file from: its mirror, where this host has one. */
export async function mirrored(url: string, mirrorsUrl: string, signal: AbortSignal): Promise<string> {
  const mirrors = await fetchJson(mirrorsUrl, parseMirrors, signal);
  if (!mirrors.ok) return url;
  const found = Object.entries(mirrors.value).find(([prefix]) => url.startsWith(prefix));
  return found === undefined ? url : new URL(`${found[1]}${url.slice(found[0].length)}`, mirrorsUrl).href;
}

function parseMirrors(json: unknown): Result<Mirrors> {
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const isWhole = entries.every((entry): entry is [string, string] => typeof entry[1] === 'string');
  return isWhole ? success(Object.fromEntries(entries)) : failure('mirrors.json: not an object of addresses');
}
