import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { securityHeaders } from './securityHeaders.ts';

const entryFile = fileURLToPath(new URL('../../src/serviceWorker/serviceWorker.ts', import.meta.url));

/** Builds the service worker, `sw.js`, with the list of files that it keeps. */
export function serviceWorker(): Plugin {
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved: ({ root, build: { outDir } }) => {
      folder = join(outDir.startsWith('/') ? '' : root, outDir);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: () => buildServiceWorker(folder),
    },
  };
}

async function buildServiceWorker(folder: string): Promise<void> {
  const files = keptFiles(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  const [, entry] =
    /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? [];
  if (entry === undefined)
    throw new Error('serviceWorker: index.html starts no script (wanted one to know its version by)');
  const version = hash.digest('hex').slice(0, 12);
  // The page that prepares a device says what the app takes, and knows by the version when all of it is kept.
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  writeFileSync(join(folder, 'kept.json'), JSON.stringify({ version, files: files.length, bytes }));
  const about = { version, files, entry, headers: securityHeaders() };
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { BUILD: JSON.stringify(about) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2023',
      reportCompressedSize: false,
      // One classic script: not every browser starts a service worker from modules.
      lib: { entry: entryFile, formats: ['iife'], name: 'serviceWorker', fileName: () => 'sw.js' },
    },
  });
}

/**
 * Which files of a build every visitor needs. Not the weights, which are large, and which the app keeps once they are used
 * (src/run/weights/keptFiles.ts); nor what only old browsers ask for: fonts in old formats, WebAssembly without SIMD or
 * without threads, which an isolated page has.
 */
export function keptFiles(files: readonly string[]): readonly string[] {
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => page.test(file) || script.test(file) || threadedProgram.test(file))
    .toSorted();
}

const page = /^(index\.html|icon\.svg|manifest\.webmanifest|samples\/[^/]+\.webp)$/;
const script = /^assets\/.*\.(js|css|woff2|webp)$/;
const threadedProgram = /^assets\/.*-threaded-simd-[^/]*\.wasm$/;
