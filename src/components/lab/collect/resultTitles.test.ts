import { expect, test } from 'vitest';
import { measured } from '../../../lab/results/fixtures/measured';
import { deviceOf, distinctTitles, seriesOfNetworks, titleOf } from './resultTitles';

const small = measured(1);
const old = { ...small, network: 'squeezenet:version=1.0:classes=64:resolution=96' };
const write = (name: string, value: string): string => `${name}: ${value}`;
const many = { ...small, network: 'squeezenet:version=1.1:classes=1000:resolution=96' };

test('a title names the version, and the resolution', () => {
  expect(titleOf(small)).toBe('SqueezeNet 1.1, 96\u00a0px');
  expect(titleOf(old)).toBe('SqueezeNet, 96\u00a0px');
});

test('options that tell nothing apart stay out of titles; where they do, they are named', () => {
  const alone = distinctTitles([small, small, old], write);
  expect([small, old].map(alone)).toEqual(['SqueezeNet 1.1, 96\u00a0px', 'SqueezeNet, 96\u00a0px']);
  const titles = [small, many].map(distinctTitles([small, many], write));
  expect(titles).toEqual(['SqueezeNet 1.1, 96\u00a0px, classes: 64', 'SqueezeNet 1.1, 96\u00a0px, classes: 1000']);
});

test('only the options in which networks differ are named', () => {
  const [symmetric, same, wide] = ['', ':padding=same', ':width=1.4'].map((options) => ({
    ...small,
    network: `mobilenet-v2${options}:classes=64:resolution=96`,
  }));
  if (symmetric === undefined || same === undefined || wide === undefined) throw new Error('no results');
  expect([symmetric, same, wide].map(distinctTitles([symmetric, same, wide], write))).toEqual([
    'MobileNet V2 1×, 96\u00a0px, padding: symmetric',
    'MobileNet V2 1×, 96\u00a0px, padding: same',
    'MobileNet V2 1.4×, 96\u00a0px',
  ]);
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
