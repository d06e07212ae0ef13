import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { lingui } from '@lingui/vite-plugin';
import { build, type Plugin, type Rolldown } from 'vite';
import { ariaLocales } from '../ariaLocales';
import { cssTypes } from '../cssTypes';
import { contentHash } from '../hosting/contentHash';
import { weightFolders } from '../hosting/contentPolicy';
import { linguiMacros } from '../linguiMacros';
import { reactCompiler } from '../reactCompiler';

/** What the file brings along; a path beside the page, and its bytes. */
type Embedded = { readonly path: string; readonly type: string; readonly bytes: Uint8Array };

/**
 * The whole app as one HTML file that runs without a server: one script for the page and its workers, one style sheet with
 * its fonts, the sample pictures, and the weights of some networks.
 * @param networks names of folders in `public/weights`; the app starts with the first
 */
export async function singleFile(networks: readonly string[]): Promise<string> {
  const { script, style } = await bundle();
  const files = embedded(networks)
    .map(({ path, type, bytes }) => {
      const text = Buffer.from(bytes).toString('base64');
      return `<script type="application/octet-stream" data-file="${path}" data-type="${type}">${text}</script>`;
    })
    .join('\n');
  const program = script.replaceAll('</script', String.raw`<\/script`).replaceAll('<!--', String.raw`<\!--`);
  const policy = policyOf(program, weightFolders());
  const icon = dataAddress('image/svg+xml', readFileSync('public/icon.svg'));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="See, count and run lightweight convolutional networks in the browser">
<link rel="icon" href="${icon}">
<title>Featherweight</title>
<style>${style.replaceAll('</style', String.raw`<\/style`)}</style>
</head>
<body>
<noscript>Featherweight needs JavaScript. <span lang="zh">Featherweight 需要 JavaScript。</span></noscript>
<div id="root"></div>
${files}
<script type="module" id="program">${program}</script>
</body>
</html>
`;
}

/** The build of the app with everything that is imported in one script, also what is imported on demand. */
async function bundle(): Promise<{ readonly script: string; readonly style: string }> {
  const built = await build({
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [ownWorkers(), smallest(), ariaLocales(), linguiMacros(), reactCompiler(), lingui(), react(), cssTypes()],
    build: {
      write: false,
      target: 'es2023',
      copyPublicDir: false,
      reportCompressedSize: false,
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: () => true,
      rolldownOptions: { input: 'src/singleFile/singleFile.ts', output: { codeSplitting: false, format: 'es' } },
    },
  });
  const { output } = partsOf(built);
  const scripts = output.filter((part) => part.type === 'chunk');
  const styles = output.filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  const others = output.filter((part) => !scripts.some((chunk) => chunk === part) && !styles.includes(part));
  const [script] = scripts;
  if (script === undefined || scripts.length > 1 || others.length > 0) {
    const names = output.map(({ fileName }) => fileName).join(', ');
    throw new Error(`singleFile: the build is not one script and its style sheet (got ${names})`);
  }
  return {
    script: classic(withPictures(script.code)),
    style: styles.map((part) => ('source' in part ? String(part.source) : '')).join(''),
  };
}

/** The same script where it runs as no module: in a worker. */
function classic(code: string): string {
  return `'use strict';${code.replaceAll('import.meta', '({ url: self.location.href })')}`;
}

function partsOf(built: Awaited<ReturnType<typeof build>>): Rolldown.RolldownOutput {
  const first = Array.isArray(built) ? built[0] : built;
  if (first === undefined || !('output' in first)) throw new Error('singleFile: the build made nothing');
  return first;
}

const workerPlace = /new URL\(\s*['"]\.[^'"]+['"],\s*import\.meta\.url\s*\),\s*\{ type: 'module', /g;

/**
 * Starts workers from the one script instead of from files beside it. As classic scripts: Chromium starts no module from a
 * blob of a page that is a file.
 */
function ownWorkers(): Plugin {
  return {
    name: 'own-workers',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/run\/.*\.ts$/, code: /new Worker\(/ },
      handler: (code) => ({ code: code.replaceAll(workerPlace, 'globalThis.workerAddress(), { '), map: null }),
    },
  };
}

/** Leaves out what a file never uses: threads, browsers without SIMD, and fonts in old formats. */
function smallest(): Plugin {
  return {
    name: 'smallest',
    enforce: 'pre',
    transform: {
      filter: { id: /(\/device\/wasmBinaries\.ts|katex.*\.css)$/ },
      handler(code, id) {
        if (id.endsWith('.css'))
          return { code: code.replaceAll(/,\s*url\([^)]+\.(woff|ttf)\) format\([^)]+\)/g, ''), map: null };
        return { code: code.replaceAll(/-wasm(-threaded-simd)?\.wasm\?url/g, '-wasm-simd.wasm?url'), map: null };
      },
    },
  };
}

/** The sample pictures as addresses that hold them: `<img>` asks no embedded file. */
function withPictures(code: string): string {
  return code.replaceAll(/(?:\.\/)?samples\/[a-z]+\.webp/g, (path) =>
    dataAddress('image/webp', readFileSync(`public/${path.replace('./', '')}`)),
  );
}

function embedded(networks: readonly string[]): readonly Embedded[] {
  const json = 'application/json';
  const index = { path: 'weights/index.json', type: json, bytes: Buffer.from(JSON.stringify(networks)) };
  const file = (path: string, type: string): Embedded => ({ path, type, bytes: readFileSync(`public/${path}`) });
  return [
    index,
    ...networks.flatMap((name) => [
      file(`weights/${name}/manifest.json`, json),
      file(`weights/${name}/labels.json`, json),
      file(`weights/${name}/weights.safetensors`, 'application/octet-stream'),
    ]),
  ];
}

/** A file has no origin that could be 'self': the policy names its script by content, and what the script makes by kind. */
function policyOf(program: string, folders: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${contentHash(program)} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'media-src data: blob:',
    'font-src data:',
    `connect-src data: blob: ${folders.join(' ')}`,
    "object-src 'none'; base-uri 'none'; form-action 'none'",
  ].join('; ');
}

function dataAddress(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}
