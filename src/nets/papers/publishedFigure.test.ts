import { expect, test } from 'vitest';
import { figureTable } from './publishedFigure';

const source = { title: 'A paper', url: 'https://example.org' };

test('a row has what its table shares and its cells under the named columns', () => {
  const shared = { net: 'a-net', resolution: 224, sources: [source] };
  expect(
    figureTable(
      shared,
      ['resolution', 'top1', 'note'],
      [
        [{ width: 1 }, 192, 70, 'a note'],
        [{ width: 0.5 }, 224, 60],
      ],
    ),
  ).toEqual([
    { net: 'a-net', options: { width: 1 }, resolution: 192, top1: 70, note: 'a note', sources: [source] },
    { net: 'a-net', options: { width: 0.5 }, resolution: 224, top1: 60, sources: [source] },
  ]);
});

test('an empty cell leaves its field out', () => {
  const [figure] = figureTable(
    { net: 'a-net', resolution: 224, sources: [source] },
    ['top1', 'note', 'top5'],
    [[{}, 70, undefined, 90]],
  );
  expect(figure).toStrictEqual({ net: 'a-net', options: {}, resolution: 224, top1: 70, top5: 90, sources: [source] });
});
