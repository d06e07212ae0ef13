import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtDesign } from './builtDesign';
import { designFile, parseDesignFile } from './designFile';
import { designText, readDesignText } from './designText';
import { isSameRow } from './design';
import { designs } from './fixtures/designs';
import { starts, startOf } from './starts';

test('a design is the same after its address and after its file', () => {
  fc.assert(
    fc.property(designs, (wanted) => {
      const { design } = builtDesign(wanted);
      const text = designText(design);
      expect(text).toMatch(/^[\w.]+$/);
      const read = readDesignText(text);
      expect(read?.lost).toEqual([]);
      const file = parseDesignFile(designFile(design));
      if (!file.ok) throw new Error(file.error);
      for (const found of [read?.design, file.value]) {
        expect(found).toMatchObject({ resolution: design.resolution, classes: design.classes, head: design.head });
        expect(found?.rows.map((row, index) => isSameRow(row, design.rows[index] ?? row))).toEqual(
          design.rows.map(() => true),
        );
      }
    }),
  );
});

test('the longest start is an address of 300 letters', () => {
  const lengths = starts.map(({ design }) => designText(design).length);
  expect(Math.max(...lengths)).toBeLessThan(300);
});

test.each([
  ['2_r224_o1000_lh0a0_cvc32', [{ kind: 'version', got: '2' }]],
  ['1_r9999_cvc32', [{ kind: 'part', text: 'r9999' }]],
  ['1_cvc32_zzc3_irc16', [{ kind: 'row', row: 2, text: 'zzc3' }]],
  ['1_cvc32k4', [{ kind: 'value', row: 1, text: 'k4' }]],
  ['1_cvc99999', [{ kind: 'value', row: 1, text: 'c99999' }]],
  ['1_cvc32w7%20', [{ kind: 'value', row: 1, text: 'w7%20' }]],
])('%s opens what can be read, and says what it lost', (text, lost) => {
  expect(readDesignText(text)?.lost).toEqual(lost);
});

test('a text without any row is no design, and no text makes an error', () => {
  expect(readDesignText('')).toBeUndefined();
  expect(readDesignText('1_r224')).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readDesignText(`1_cv${text}`);
      if (read !== undefined) builtDesign(read.design);
    }),
  );
});

const v2 = startOf('mobilenet-v2').design;

test.each([
  ['{', 'not JSON'],
  ['[]', 'no design (wanted a JSON object)'],
  [JSON.stringify({ kind: 'x' }), 'no design (got kind "x"'],
  [changed({ version: 7 }), 'version: not known (got 7, wanted 1)'],
  [changed({ rows: [] }), 'rows: no list of 1 to 48 rows'],
  [changed({ resolution: 5 }), 'resolution: out of range (got 5, wanted a whole number from 32 to 1024)'],
  [changed({ rows: [{ block: 'dense' }] }), 'row 1: block: not known (got "dense", wanted conv,'],
  [changed({ rows: [{ block: 'fire', kernel: 3 }] }), 'row 1: kernel: fire has no such value (wanted channels,'],
  [changed({ rows: [{ block: 'conv', kernel: 4 }] }), 'row 1: kernel: no such value (got 4, wanted 1, 3, 5, 7)'],
  [
    changed({ rows: [{ block: 'conv', channels: 64, groups: 2 }] }),
    'row 1: groups: does not fit: 3 channels do not divide into 2 groups (got 2, the nearest is 1)',
  ],
  [changed({ head: { kind: 'pool' } }), 'head: kind: not known (got "pool", wanted linear, conv)'],
  [changed({ clases: 10 }), '"clases": not known (wanted kind, version, resolution, classes, rows, head)'],
  [changed({ head: { kind: 'conv', hiden: 3 } }), 'head: "hiden": not known (wanted kind, hidden, activation)'],
])('%s as a file is refused with its place', (text, sentence) => {
  const read = parseDesignFile(text);
  expect(read.ok ? '' : read.error).toContain(sentence);
});

function changed(parts: object): string {
  const file: unknown = JSON.parse(designFile(v2));
  return JSON.stringify({ ...(typeof file === 'object' ? file : {}), ...parts });
}
