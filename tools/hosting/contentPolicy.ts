import { readFileSync } from 'node:fs';
import { publisherFolders } from '../../src/run/official/officialWeights.ts';
import { contentHash } from './contentHash.ts';
import { unstartedScript } from './unstarted.ts';

/** Folders of other servers that the app downloads weights from, each ending in a slash. */
export type WeightFolders = readonly string[];

/**
 * The publishers' folders and the mirrors that this build offers in their place.
 * @param mirrors what is in `mirrors.json`
 */
export function weightFolders(mirrors: unknown = builtInMirrors()): WeightFolders {
  const values: readonly unknown[] =
    typeof mirrors === 'object' && mirrors !== null ? Object.values(mirrors).flat() : [];
  // A mirror beside the app has a relative address, and belongs to 'self'.
  const elsewhere = values.filter((value) => typeof value === 'string').filter((value) => /^https?:/.test(value));
  return [...new Set([...publisherFolders, ...elsewhere.map((url) => new URL('.', url).href)])].toSorted();
}

function builtInMirrors(): unknown {
  return JSON.parse(readFileSync(new URL('../../public/mirrors.json', import.meta.url), 'utf8'));
}

/** The Content Security Policy as directives; a browser refuses whatever is not listed. */
export function contentPolicy(folders: WeightFolders): Readonly<Record<string, readonly string[]>> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", contentHash(unstartedScript), "'wasm-unsafe-eval'"],
    'worker-src': ["'self'"],
    'style-src': ["'self'", ...reactAriaStyles.map(contentHash)],
    // Small pictures are part of the style sheets and scripts; photos, films and saved figures are blobs.
    'img-src': ["'self'", 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...folders],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // The one policy of src/run/worker/trustOwnScripts.ts.
    'trusted-types': ['default'],
  };
}

/** The policy as the value of a header. */
export function policyText(policy: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

/** What react-aria puts into `<style>` elements: for whatever can be pressed, and while a dialog is open on iOS. */
const reactAriaStyles = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];
