import type { Plugin } from 'vite';

/**
 * Makes the threaded build of tfjs's WebAssembly backend start after bundling. It sends its threads the source text of
 * its factory function, which must not refer to a variable outside it; but it asks for `_scriptDir`, after a `typeof`
 * that a minifier removes. The threads get their script as a blob, so the variable is never needed.
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
