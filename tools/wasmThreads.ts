import type { Plugin } from 'vite';

const threadId = '\0wasm-thread';

/** The two places of tfjs's WebAssembly backend that make scripts from text. */
const threadAddress = /const response = wasmWorkerContents\.replace[\s\S]*?return URL\.createObjectURL\(blob\);/;
const threadProgram = /new Blob\(\[`var WasmBackendModuleThreadedSimd = `[\s\S]*?\}\)(?=;)/;

/** The parts of a thread's script for Node, and for loading the program from an address. */
const forNode = /if\(ENVIRONMENT_IS_NODE\)\{var nodeWorkerThreads[\s\S]*?\}\)\}(?=var initializedJS)/;
const loading = /if\(typeof e\.data\.urlOrBlob=="string"\)\{[\s\S]*?URL\.revokeObjectURL\(objectUrl\)\}/;

/**
 * Gives the threads of tfjs's WebAssembly backend a script of the app's own. The backend makes theirs from text, as
 * `blob:` addresses, which a page under a strict Content Security Policy may not run. Here they are one more chunk of the
 * build, which shares the program with the worker that starts them.
 */
export function wasmThreads(): Plugin {
  return {
    name: 'wasm-threads',
    apply: 'build',
    resolveId: (id) => (id === threadId ? id : null),
    load: {
      filter: { id: /^\0wasm-thread$/ },
      async handler() {
        const program = await this.resolve(`${wasmOut}.js`);
        const script = await this.resolve(`${wasmOut}.worker.js`);
        if (program === null || script === null) throw new Error(`wasmThreads: found no ${wasmOut}.js`);
        return threadModule(program.id, await this.fs.readFile(script.id, { encoding: 'utf8' }));
      },
    },
    transform: {
      filter: { id: /tfjs-backend-wasm(\/dist\/backend_wasm|-threaded-simd)\.js$/ },
      handler(code, id) {
        if (id.endsWith('threaded-simd.js')) {
          const started = replaced(code, 'new Worker(pthreadMainJs)', "new Worker(pthreadMainJs, { type: 'module' })");
          return { code: started, map: null };
        }
        const chunk = this.emitFile({ type: 'chunk', id: threadId, name: 'wasmThread' });
        const addressed = replaced(code, threadAddress, `return import.meta.ROLLUP_FILE_URL_${chunk};`);
        return { code: replaced(addressed, threadProgram, "'of the thread'"), map: null };
      },
    },
  };
}

const wasmOut = '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd';

/** @param file the package's file, which exports the text of a thread's script */
function threadModule(program: string, file: string): string {
  const [, text] = /wasmWorkerContents = `([\s\S]*)`;/.exec(file) ?? [];
  if (text === undefined) throw new Error('wasmThreads: tfjs-backend-wasm has changed (got no script of a thread)');
  const script = replaced(replaced(text, forNode, ''), loading, '');
  return `import * as program from ${JSON.stringify(program)};
const WasmBackendModuleThreadedSimd = program.default ?? program;
${script}`;
}

function replaced(code: string, part: string | RegExp, by: string): string {
  const result = code.replace(part, () => by);
  if (result === code) {
    throw new Error(`wasmThreads: tfjs-backend-wasm has changed (got no ${String(part)}, wanted one to replace)`);
  }
  return result;
}
