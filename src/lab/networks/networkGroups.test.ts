import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest, type Manifest } from '../../run/weights/manifest';
import { networkGroups } from './networkGroups';

const folder = new URL('../../../public/weights/', import.meta.url);
const shipped = readdirSync(folder)
  .filter((name) => name !== 'index.json')
  .map(manifestOf);

test('networks of ImageNet, of the 64 everyday classes, of others and of own files are apart, the newest design first', () => {
  const lite0s = shipped.slice(0, 1);
  const others = lite0s.map((lite0) => ({ ...lite0, name: 'flowers', options: { classes: 102 } }));
  const own = lite0s.map((lite0) => ({ ...lite0, name: 'own-thousand', options: { classes: 1000 } }));
  const { trained } = networkGroups([...own, ...others, ...shipped]);
  expect(trained.map(({ naming }) => naming)).toEqual(['imagenet', 'everyday', 'numbers', 'own']);
  expect(trained[0]?.networks.map(({ name }) => name)).toEqual([
    'efficientnet-lite0-imagenet',
    'mobilenet-v2-imagenet',
    'squeezenet-imagenet',
  ]);
  const everyday = trained[1]?.networks.map(({ net }) => net) ?? [];
  expect(everyday.slice(0, 2)).toEqual(['mobilenet-v3', 'mobilenet-v3']);
  expect(everyday.slice(-2).toSorted()).toEqual(['squeezenet', 'xception']);
  expect(trained.slice(2).map(({ networks }) => networks.map(({ name }) => name))).toEqual([
    ['flowers'],
    ['own-thousand'],
  ]);
});

test('the networks without weights come the newest first, and a group without networks is left out', () => {
  const { trained, untrained } = networkGroups(shipped);
  expect(trained.map(({ naming }) => naming)).toEqual(['imagenet', 'everyday']);
  expect(untrained.map(({ id }) => id)).toEqual(['inception-v3', 'vgg16', 'alexnet']);
  expect(networkGroups([]).trained).toEqual([]);
});

function manifestOf(name: string): Manifest {
  const manifest = parseManifest(JSON.parse(readFileSync(new URL(`${name}/manifest.json`, folder), 'utf8')));
  if (!manifest.ok) throw new Error(manifest.error);
  return manifest.value;
}
