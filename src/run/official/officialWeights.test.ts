import { expect, test } from 'vitest';
import { modelById } from '../../nets/models/index';
import { published } from '../../nets/papers/published';
import { torchvisionWeights } from '../../nets/papers/releases';
import { fileNameOf, handPublished, officialWeights } from './officialWeights';

test.each(officialWeights)('$name is a network of the catalogue with valid options', ({ net, options }) => {
  const model = modelById(net);
  expect(model.ok && model.value.build(options)).toMatchObject({ ok: true });
});

test('names are unique, and differ from the names of other folders', () => {
  expect(new Set(officialWeights.map(({ name }) => name)).size).toBe(officialWeights.length);
  for (const { name, net } of officialWeights) expect(name).toMatch(new RegExp(`^${net}(-[0-9a-z.]+)?-imagenet$`));
});

test("torchvision's file names contain the digest", () => {
  for (const weights of officialWeights.filter(({ publisher }) => publisher === 'torchvision')) {
    expect(weights.sha256Prefix).toMatch(/^([0-9a-f]{8}|[0-9a-f]{10})$/);
    expect(fileNameOf(weights)).toBe(`${fileNameOf(weights).split('-')[0] ?? ''}-${weights.sha256Prefix ?? ''}.pth`);
  }
});

test('the published accuracy is the one shown in the comparison', () => {
  for (const { net, options, top1, publisher } of officialWeights.filter(({ publisher: by }) => by === 'torchvision')) {
    const rows = published.filter((row) => row.net === net && row.sources.includes(torchvisionWeights));
    expect(
      rows.map((row) => row.top1),
      `${publisher} ${net} ${JSON.stringify(options)}`,
    ).toContain(top1);
  }
});

test('every lightweight network without shipped ImageNet weights has a URL or a page', () => {
  const nets = new Set([...officialWeights, ...handPublished].map(({ net }) => net));
  expect(nets).toEqual(
    new Set([
      'squeezenet',
      'xception',
      'shufflenet-v1',
      'shufflenet-v2',
      'mobilenet-v1',
      'mobilenet-v2',
      'mobilenet-v3',
      'vgg16',
      'inception-v3',
    ]),
  );
});
