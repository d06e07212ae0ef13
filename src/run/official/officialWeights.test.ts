import { expect, test } from 'vitest';
import { modelById } from '../../nets/models/index';
import { published } from '../../nets/papers/published';
import { torchvisionWeights } from '../../nets/papers/releases';
import { publisherFolders, handPublished, officialWeights } from './officialWeights';

test.each(officialWeights)('$name is a network of the catalogue with valid options', ({ net, options }) => {
  const model = modelById(net);
  expect(model.ok && model.value.build(options)).toMatchObject({ ok: true });
});

test('names are unique, and differ from the names of other folders', () => {
  expect(new Set(officialWeights.map(({ name }) => name)).size).toBe(officialWeights.length);
  for (const { name, net } of officialWeights) expect(name).toMatch(new RegExp(`^${net}(-[0-9a-z.]+)*-imagenet$`));
});

test("torchvision's file names contain the digest", () => {
  for (const { files } of officialWeights.filter(({ publisher }) => publisher === 'torchvision')) {
    const { fileName = '', sha256Prefix = '' } = files.at(-1) ?? {};
    expect(sha256Prefix).toMatch(/^([0-9a-f]{8}|[0-9a-f]{10})$/);
    expect(fileName).toBe(`${fileName.split('-')[0] ?? ''}-${sha256Prefix}.pth`);
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

test('a page may ask every address, and those of Hugging Face, which every page may read, come first', () => {
  for (const { name, files } of officialWeights) {
    const isShared = files.map(({ url }) => url.startsWith('https://huggingface.co/'));
    expect(isShared, name).toEqual(isShared.toSorted((a, b) => Number(b) - Number(a)));
    for (const { url } of files) expect(publisherFolders.some((folder) => url.startsWith(folder))).toBe(true);
  }
});

test('every file has a name of its own, which a file called model.safetensors would not have', () => {
  const names = officialWeights.flatMap(({ files }) => files.map(({ fileName }) => fileName));
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('model.safetensors');
});

test('every network but AlexNet has ImageNet weights at a URL or on a page', () => {
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
      'efficientnet-lite0',
    ]),
  );
});
