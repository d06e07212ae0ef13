import { expect, test } from 'vitest';
import { catalogue } from './index';

/** Years, papers and legal options are known nowhere else; a line that changes is to be compared with the paper. */
test('the catalogue says of each network what it said when its paper was read', async () => {
  const lines = catalogue.flatMap(({ build: _, options, ...about }) => [
    JSON.stringify(about),
    ...Object.entries(options).map(([name, option]) => `  ${name}: ${JSON.stringify(option)}`),
  ]);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/catalogue.txt');
});

/** The first version of each paper, by the number that arXiv gave it, or the conference. */
test('a network is as old as its paper', () => {
  const arxivYear = (url: string) => Number(`20${/arxiv\.org\/abs\/(\d\d)/.exec(url)?.[1] ?? ''}`);
  for (const { id, year, paper } of catalogue) {
    if (paper.url.includes('arxiv.org')) expect([id, arxivYear(paper.url)]).toEqual([id, expect.closeTo(year, -1)]);
  }
  const years = Object.fromEntries(catalogue.map(({ id, year }) => [id, year]));
  expect(years).toMatchObject({ alexnet: 2012, vgg16: 2014, 'mobilenet-v1': 2017, 'shufflenet-v1': 2017 });
});
