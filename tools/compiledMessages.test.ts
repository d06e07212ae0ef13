import { transformAsync } from '@babel/core';
import macros from '@lingui/babel-plugin-lingui-macro';
import { expect, test } from 'vitest';
import { compiledMessages } from './compiledMessages.ts';

/** What the build turns the source of a module into. */
async function built(code: string): Promise<string> {
  const result = await transformAsync(code, {
    babelrc: false,
    configFile: false,
    parserOpts: { plugins: ['jsx'] },
    plugins: [[macros, { stripMessageField: false }], compiledMessages()],
  });
  return (result?.code ?? '').replace(/\s+/g, ' ');
}

test('a message without placeholders stays a string', async () => {
  expect(await built("import { msg } from '@lingui/core/macro'; export const name = msg`Live`;")).toContain(
    'message: "Live"',
  );
});

test('a message with placeholders is compiled to its parts', async () => {
  const source = "import { msg } from '@lingui/core/macro'; export const size = (px) => msg`Of ${px} pixels`;";
  expect(await built(source)).toContain('message: ["Of ", ["px"], " pixels"]');
});

test('so is an element, whose tags stay in the text', async () => {
  const source =
    "import { Trans } from '@lingui/react/macro'; export const Size = ({ px }) => <Trans>Of <b>{px}</b> pixels</Trans>;";
  expect(await built(source)).toContain('message: ["Of <0>", ["px"], "</0> pixels"]');
});

test('so are plural forms', async () => {
  const source =
    "import { plural } from '@lingui/core/macro'; export const layers = (n) => plural(n, { one: '# layer', other: '# layers' });";
  expect(await built(source)).toContain('["n", "plural",');
});

test('an apostrophe stays as it is in the source', async () => {
  const source = "import { msg } from '@lingui/core/macro'; export const whose = msg`the network's weights`;";
  expect(await built(source)).toContain('message: "the network\'s weights"');
});
