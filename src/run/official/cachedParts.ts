import { withCache } from '../weights/withCache';
import { joinBytes } from '../weights/joinBytes';
import type { FileIdentity, PartStore } from './partStore';

const downloadsCache = 'downloads';
const totalHeader = 'x-total-bytes';
const versionHeader = 'x-version';

/** Keeps parts in the Cache API, one entry each, so that a closed tab loses one part at most. */
export function cachedParts(url: string): PartStore {
  return {
    read: () =>
      withCache(
        downloadsCache,
        async (cache) => {
          const pieces: Uint8Array[] = [];
          let identity: FileIdentity | null = { totalBytes: null, version: null };
          for (;;) {
            const part = await cache.match(partUrl(url, pieces.length));
            if (part === undefined) break;
            identity = identityOf(part);
            // A part that this app did not write makes the others useless, too.
            if (identity === null) return null;
            pieces.push(new Uint8Array(await part.arrayBuffer()));
          }
          const bytes = joinBytes(pieces);
          const isTooLong = identity.totalBytes !== null && bytes.length > identity.totalBytes;
          return bytes.length === 0 || isTooLong ? null : { bytes, identity };
        },
        null,
      ),
    append: (bytes, identity) =>
      withCache(
        downloadsCache,
        async (cache) => {
          const taken = (await partsIn(cache, url)).length;
          const headers = { [totalHeader]: String(identity.totalBytes ?? ''), [versionHeader]: identity.version ?? '' };
          await cache.put(partUrl(url, taken), new Response(new Uint8Array(bytes), { headers }));
        },
        undefined,
      ),
    clear: () =>
      withCache(
        downloadsCache,
        async (cache) => {
          for (const part of await partsIn(cache, url)) await cache.delete(part);
        },
        undefined,
      ),
  };
}

/** What is among the parts and is none, one entry a download, and how to remove it. Never rejects. */
export function brokenParts(): Promise<
  readonly { readonly url: string; readonly detail: string; readonly forget: () => Promise<void> }[]
> {
  return withCache(
    downloadsCache,
    async (cache) => {
      const broken = new Map<string, string>();
      for (const request of await cache.keys()) {
        const part = await cache.match(request);
        const [url = '', number] = request.url.split(/[?&]part=/);
        if (number === undefined || !/^\d+$/.test(number)) broken.set(url, 'not a part of a download');
        else if (part === undefined || identityOf(part) === null) broken.set(url, 'a part without its size');
      }
      return [...broken].map(([url, detail]) => ({
        url,
        detail,
        forget: () =>
          withCache(
            downloadsCache,
            async (again) => {
              for (const { url: kept } of await again.keys()) if (kept.startsWith(url)) await again.delete(kept);
            },
            undefined,
          ),
      }));
    },
    [],
  );
}

/** Null where the headers are not as `append` writes them. */
function identityOf({ headers }: Response): FileIdentity | null {
  const [total, version] = [headers.get(totalHeader), headers.get(versionHeader)];
  if (total === null || version === null || !/^\d{0,15}$/.test(total)) return null;
  return { totalBytes: total === '' ? null : Number(total), version: version === '' ? null : version };
}

async function partsIn(cache: Cache, url: string): Promise<readonly Request[]> {
  return (await cache.keys()).filter((request) => request.url.startsWith(partUrl(url, '')));
}

function partUrl(url: string, part: number | ''): string {
  return `${url}${url.includes('?') ? '&' : '?'}part=${String(part)}`;
}
