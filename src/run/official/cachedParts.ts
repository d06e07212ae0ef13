import { withCache } from '../weights/withCache';
import { joinBytes } from '../weights/joinBytes';
import type { FileIdentity, PartStore } from './partStore';

const cacheName = 'downloads';
const totalHeader = 'x-total-bytes';
const versionHeader = 'x-version';

/** Keeps parts in the Cache API, one entry each, so that a closed tab loses one part at most. */
export function cachedParts(url: string): PartStore {
  return {
    read: () =>
      withCache(
        cacheName,
        async (cache) => {
          const pieces: Uint8Array[] = [];
          let identity: FileIdentity = { totalBytes: null, version: null };
          for (;;) {
            const part = await cache.match(partUrl(url, pieces.length));
            if (part === undefined) break;
            identity = identityOf(part);
            pieces.push(new Uint8Array(await part.arrayBuffer()));
          }
          return pieces.length === 0 ? null : { bytes: joinBytes(pieces), identity };
        },
        null,
      ),
    append: (bytes, identity) =>
      withCache(
        cacheName,
        async (cache) => {
          const taken = (await partsIn(cache, url)).length;
          const headers = { [totalHeader]: String(identity.totalBytes ?? ''), [versionHeader]: identity.version ?? '' };
          await cache.put(partUrl(url, taken), new Response(new Uint8Array(bytes), { headers }));
        },
        undefined,
      ),
    clear: () =>
      withCache(
        cacheName,
        async (cache) => {
          for (const part of await partsIn(cache, url)) await cache.delete(part);
        },
        undefined,
      ),
  };
}

function identityOf(part: Response): FileIdentity {
  const [total, version] = [part.headers.get(totalHeader) ?? '', part.headers.get(versionHeader) ?? ''];
  return { totalBytes: total === '' ? null : Number(total), version: version === '' ? null : version };
}

async function partsIn(cache: Cache, url: string): Promise<readonly Request[]> {
  return (await cache.keys()).filter((request) => request.url.startsWith(partUrl(url, '')));
}

function partUrl(url: string, part: number | ''): string {
  return `${url}${url.includes('?') ? '&' : '?'}part=${String(part)}`;
}
