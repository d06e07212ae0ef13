import { expect, test } from 'vitest';
import { english } from './fixtures/english';
import { measured } from './fixtures/measured';
import { readResults } from './readResults';
import { resultCode, resultLink } from './resultCode';

const phone = { ...measured(7.5), adapter: "Anna's phone (old)" };
const code = resultCode(phone);
const link = resultLink(phone, 'https://a.b/');
const json = JSON.stringify(phone, null, 2);
const read = { ok: true, value: phone };

test('a code has none of the characters at which the reader stops', () => {
  expect(code).not.toMatch(/[\s"'<>&]/);
});

test.each([
  ...[',', '.', ';', ')', ']', '，', '。', '!', '”', '**', '>', '"', '好的', '。下一个', '&utm=1', ').'].map(
    (end) => `${code}${end}`,
  ),
  ...[`(${code})`, `<${code}>`, `code=${code}`, `'${code}'`, `Anna:${code}`, `[mine](${link})`, `看${link}，`],
  ...[
    `<a href="${link}">`,
    `My result: ${json}`,
    `My result:${json}, see?`,
    `[12:03] Anna: ${code}`,
    `[${json},]`.slice(1),
  ],
  // As earlier versions wrote it.
  code.replaceAll('%27', "'"),
])('%j holds the result', (text) => {
  expect(readResults(text).found).toEqual([read]);
  expect(readResults(`First ${text}\nand ${text} too\r\n`).found).toEqual([read, read]);
});

test('results of JSON and of codes are found beside one another, in their order', () => {
  const other = { ...phone, adapter: 'b' };
  expect(readResults(`${json}\n${JSON.stringify(other)}\n${code}`).found).toEqual([
    read,
    { ok: true, value: other },
    read,
  ]);
  expect(readResults(`Mine:\n[${json}]\n[${JSON.stringify(other)}]`).found).toEqual([read, { ok: true, value: other }]);
});

const cutShort = 'the JSON that begins here is broken or cut short: copy all of it';

test('the whole results of broken JSON are taken, and the break is said', () => {
  expect(readResults(`[${json}, ${json}, ${json.slice(0, -200)}`).found).toMatchObject([
    { ok: false, error: { words: { message: cutShort } } },
    read,
    read,
  ]);
  expect(readResults('{"network":').found).toMatchObject([{ ok: false, error: { words: { message: cutShort } } }]);
});

test.each([
  ['1~squeezenet~wasm', /\(1~squeezenet~wasm\)$/],
  [`2${code.slice(1)}`, /unknown kind of code \(got 2/],
  [code.slice(0, -20), /cut short \(got 16 parts, wanted 20\)/],
  [`${code}~7`, /too many parts/],
  ['look: https://a.b/#/collect', /the link holds no result \(look: https:\/\/a\.b\/#\/collect\)/],
  ['https://a.b/#/collect?r=1~x', /\(1~x\)/],
  ['https://a.b/#/collect?r=hello', /the link holds no result/],
])('%s between other lines is a fault with its text', (line, sentence) => {
  const { found, passedLines } = readResults(`hello there\n${line}\n${code}\n\n---\nbye`);
  const [fault, ...others] = found;
  expect(fault?.ok === false ? `${english(fault.error.words)} (${fault.error.excerpt ?? ''})` : '').toMatch(sentence);
  expect(others).toEqual([read]);
  expect(passedLines).toBe(2);
});

test('other chat text is passed over, and its lines are counted', () => {
  expect(readResults('[12:03] I waited 1~2 minutes :( {really}\n\nme too [1]')).toEqual({
    found: [],
    tasks: [],
    passedLines: 2,
  });
});

test('a text made of brackets or of beginnings of codes takes no time', () => {
  const begin = performance.now();
  for (const piece of ['[', '{', '[{', '{"', '1~', '=1~', ' 1~x', '"\\', '[{}', '}]'])
    readResults(piece.repeat(100_000));
  expect(performance.now() - begin).toBeLessThan(20_000);
});
