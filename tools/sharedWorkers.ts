import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const workerAddress = /(?<=new Worker\(\s*)new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url\s*\)/g;

/**
 * Builds workers as chunks of the app, so that page and workers share the chunks that both need. Vite bundles every
 * worker by itself, and what they share would be downloaded and kept once for each.
 */
export function sharedWorkers(): Plugin {
  return {
    name: 'shared-workers',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\.tsx?$|preload-helper/, code: /new Worker\(|function preload\(/ },
      handler(code, id) {
        if (id.includes('preload-helper')) return { code: withoutDocument(code), map: null };
        const shared = code.replaceAll(workerAddress, (_, path: string) => {
          const chunk = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) });
          return `import.meta.ROLLUP_FILE_URL_${chunk}`;
        });
        return shared === code ? null : { code: shared, map: null };
      },
    },
  };
}

/** Lets Vite's helper for `import()`, which preloads what a chunk needs by links in the document, run in a worker, too. */
function withoutDocument(code: string): string {
  const helper = code.replace(
    /function preload\(baseModule[^)]*\)\s*\{/,
    (start) => `${start} if (typeof document === 'undefined') return baseModule();`,
  );
  if (helper === code)
    throw new Error('sharedWorkers: vite has changed (got no function preload, wanted one to change)');
  return helper;
}
