import { expect, test } from 'vitest';
import { measured } from '../../../lab/results/fixtures/measured';
import { deviceOf, distinctTitles, seriesOfNetworks, titleOf } from './resultTitles';

const small = measured(1);
const old = { ...small, network: 'squeezenet:version=1.0:classes=64:resolution=96' };
const many = { ...small, network: 'squeezenet:version=1.1:classes=1000:resolution=96' };

test('a title names the version, and the resolution', () => {
  expect(titleOf(small)).toBe('SqueezeNet 1.1, 96 px');
  expect(titleOf(old)).toBe('SqueezeNet, 96 px');
});

test('options that tell nothing apart stay out of titles; where they do, they are named', () => {
  const alone = distinctTitles([small, small, old]);
  expect([small, old].map(alone)).toEqual(['SqueezeNet 1.1, 96 px', 'SqueezeNet, 96 px']);
  const [one, other] = [small, many].map(distinctTitles([small, many]));
  expect(one).toContain('classes 64');
  expect(other).toContain('classes 1000');
});

test('a device is its backend, adapter and browser, as far as they are known', () => {
  expect(deviceOf(small)).toBe('WebAssembly a phone (Safari 19, iOS)');
  expect(deviceOf({ ...small, adapter: ' ', browser: '' })).toBe('WebAssembly');
});

test('results of one network have one colour, and the ninth network begins again', () => {
  const networks = Array.from({ length: 9 }, (_, index) => ({ ...small, network: `network-${String(index)}` }));
  const seriesOf = seriesOfNetworks([...networks, ...networks]);
  expect(networks.map(seriesOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1]);
});
