import { transformAsync } from '@babel/core';
import compiler from 'babel-plugin-react-compiler';
import type { Plugin } from 'vite';

/**
 * Runs the React Compiler, which memoises components, so that moving a slider only renders what it changes. It must see
 * plain code, so it runs after the macros.
 */
export function reactCompiler(): Plugin {
  return {
    name: 'react-compiler',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /\buse[A-Z]|<[A-Za-z]/ },
      async handler(code, id) {
        const compiled = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: id.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
          plugins: [compiler],
        });
        if (compiled?.code == null) throw new Error(`reactCompiler: babel returned no code (${id})`);
        return { code: compiled.code, map: compiled.map ?? null };
      },
    },
  };
}
