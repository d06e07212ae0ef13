import { transformAsync } from '@babel/core';
import macros from '@lingui/babel-plugin-lingui-macro';
import type { Plugin } from 'vite';
import { compiledMessages } from './compiledMessages.ts';

/**
 * Expands Lingui's macros (`@lingui/core/macro`, `@lingui/react/macro`), for Vite and Vitest alike. Only files that
 * import a macro package go through Babel; Vite compiles types and JSX.
 */
export function linguiMacros(): Plugin {
  return {
    name: 'lingui-macros',
    enforce: 'pre',
    transform: {
      filter: { id: /\.tsx?$/, code: /@lingui\/(core|react)\/macro/ },
      async handler(code, id) {
        const expanded = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: id.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
          // English stays where it is used: a catalogue would load the words of every page with the first page.
          plugins: [[macros, { stripMessageField: false }], compiledMessages()],
        });
        if (expanded?.code == null) throw new Error(`linguiMacros: babel returned no code (${id})`);
        return { code: expanded.code, map: expanded.map ?? null };
      },
    },
  };
}
