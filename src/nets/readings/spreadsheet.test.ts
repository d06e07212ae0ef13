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

describe('markdownText', () => {
  it('aligns figures to the right', () => {
    expect(markdownText(costRows(cost)).split('\n').slice(0, 2)).toEqual([
      '| layer | op | output | params | MACs | memory access cost |',
      '| --- | --- | --- | --: | --: | --: |',
    ]);
    expect(markdownText(costRows(cost))).toContain('| c | conv 1x1 | 4x4x16 | 128 | 2,048 | 512 |');
  });
});
