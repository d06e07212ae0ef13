import { expect, it } from 'vitest';
import { conv, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { costOf } from '../../nets/readings/cost';
import { kernelSlideAt } from './kernelSlide';

const slide = { side: 8, kernel: 3 };

it('starts in the upper left corner, half on the padding', () => {
  const { kernel, output, read, macs, params } = kernelSlideAt(slide, 0);
  expect([kernel, output]).toEqual([
    { x: -1, y: -1 },
    { x: 0, y: 0 },
  ]);
  expect(read).toHaveLength(4);
  expect([params, macs]).toEqual([9, 9]);
});

it('has read two more pixels at each stop of the first row, and three at each of the next', () => {
  const readAfter = (stops: number) => kernelSlideAt(slide, (stops - 1) / 64).read.length;
  expect([1, 2, 3, 7, 8].map(readAfter)).toEqual([4, 6, 8, 16, 16]);
  expect([9, 10, 11].map(readAfter)).toEqual([18, 19, 20]);
});

it('ends with the costs that the graph of the same convolution has', () => {
  const map = input({ height: 8, width: 8, channels: 1 });
  const { params, macs, memoryAccess } = costOf(graphOf(conv('conv', map, { outChannels: 1, kernel: 3 })));
  expect(kernelSlideAt(slide, 1)).toMatchObject({ params, macs, memoryAccess, kernel: { x: 6, y: 6 } });
  expect([params, macs, memoryAccess]).toEqual([9, 576, 137]);
});
