import type { Plugin } from 'vite';
import { contentPolicy, policyText, weightFolders } from './contentPolicy.ts';
import { scriptlessText, unstartedScript } from './unstarted.ts';

/**
 * Writes the Content Security Policy into the built page, for hosts that send no headers, and what the page says where it
 * cannot start.
 */
export function policyMeta(): Plugin {
  return {
    name: 'policy-meta',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const policy = policyText(contentPolicy(weightFolders()));
        // After the charset, which has to be among the first kilobyte, and before whatever the policy is about.
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
        const root = '<div id="root"></div>';
        return html
          .replace(/<meta charset="utf-8" \/>/, (charset) => `${charset}\n    ${meta}`)
          .replace(
            root,
            () => `<noscript>${scriptlessText}</noscript>\n    ${root}\n    <script>${unstartedScript}</script>`,
          );
      },
    },
  };
}
