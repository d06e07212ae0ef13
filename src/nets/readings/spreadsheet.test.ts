import { describe, expect, it } from 'vitest';
import { conv, input } from '../build';
import { graphOf } from '../graph';
import { costOf } from './cost';
import { csvOf, markdownOf } from './spreadsheet';

const cost = costOf(graphOf(conv('c', input({ height: 4, width: 4, channels: 8 }), { outChannels: 16, kernel: 1 })));

describe('csvOf', () => {
  it('writes a layer a line with all digits, and the totals last', () => {
    expect(csvOf(cost).split('\r\n')).toEqual([
      'layer,op,output,params,MACs,memory access cost',
      'input,input,4x4x8,0,0,0',
      'c,conv 1x1,4x4x16,128,2048,512',
      'total,,,128,2048,512',
      '',
    ]);
  });
});

describe('markdownOf', () => {
  it('writes a table whose figures stand to the right', () => {
    expect(markdownOf(cost).split('\n').slice(0, 2)).toEqual([
      '| layer | op | output | params | MACs | memory access cost |',
      '| --- | --- | --- | --: | --: | --: |',
    ]);
    expect(markdownOf(cost)).toContain('| c | conv 1x1 | 4x4x16 | 128 | 2,048 | 512 |');
  });
});
