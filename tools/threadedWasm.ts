import type { Plugin } from 'vite';

/**
 * Lets the threaded build of tfjs's WebAssembly backend start after bundling. It hands its threads the source text of
 * its own factory function, which must not mention a variable outside that function: it asks for one, `_scriptDir`,
 * behind a `typeof` that a minifier takes away. The threads are given their script as a blob, so it is never needed.
 */
export function threadedWasm(): Plugin {
  return {
    name: 'threaded-wasm',
    transform: {
      filter: { id: /tfjs-backend-wasm-threaded-simd\.js(\?|$)/ },
      handler(code) {
        return { code: mentions.reduce(without, code), map: null };
      },
    },
  };
}

const mentions = [
  /if\s*\(typeof _scriptDir\s*!==\s*"undefined"\s*&&\s*_scriptDir\)\s*\{\s*scriptDirectory\s*=\s*_scriptDir;?\s*\}/,
  /(?<=Module\["mainScriptUrlOrBlob"\])\s*\|\|\s*_scriptDir/,
];

function without(code: string, mention: RegExp): string {
  if (!mention.test(code)) {
    throw new Error(`threadedWasm: tfjs-backend-wasm has changed (got no ${mention.source}, wanted one to take out)`);
  }
  return code.replace(mention, '');
}
