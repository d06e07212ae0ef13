import { describe, expect, it } from 'vitest';
import { conv, input } from '../build';
import { graphOf } from '../graph';
import { costOf } from './cost';
import { costRows, csvText, markdownText } from './spreadsheet';

const cost = costOf(graphOf(conv('c', input({ height: 4, width: 4, channels: 8 }), { outChannels: 16, kernel: 1 })));

describe('csvText', () => {
  it('writes one line per layer with all digits, and the totals last', () => {
    expect(csvText(costRows(cost)).split('\r\n')).toEqual([
      'layer,op,output,params,MACs,memory access cost',
      'input,input,4x4x8,0,0,0',
      'c,conv 1x1,4x4x16,128,2048,512',
      'total,,,128,2048,512',
      '',
    ]);
  });
});

describe('a cell of a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['\uff1d1', "'\uff1d1"],
    ['=HYPERLINK("a","b")', `"'=HYPERLINK(""a"",""b"")"`],
    ['-', "'-"],
    ['--5', "'--5"],
  ])('that a spreadsheet would run is made harmless: %j', (text, written) => {
    expect(csvText([[text]])).toBe(`${written}\r\n`);
  });

  it('that is a number stays one, as a number or as text', () => {
    expect(csvText([[-5, -0.25, 1e-7, '-5', '+2.5e-3']])).toBe('-5,-0.25,1e-7,-5,+2.5e-3\r\n');
  });

  it('that holds these signs further on is left alone', () => {
    expect(csvText([['a=b', 'x-y', '1+1']])).toBe('a=b,x-y,1+1\r\n');
  });
});

describe('markdownText', () => {
  it('aligns figures to the right', () => {
    expect(markdownText(costRows(cost)).split('\n').slice(0, 2)).toEqual([
      '| layer | op | output | params | MACs | memory access cost |',
      '| --- | --- | --- | --: | --: | --: |',
    ]);
    expect(markdownText(costRows(cost))).toContain('| c | conv 1x1 | 4x4x16 | 128 | 2,048 | 512 |');
  });
});
