import { expect, test } from 'vitest';
import { networkOfName } from '../../nets/models/networkName';
import { catalogue } from '../../nets/models/index';
import { costOf } from '../../nets/readings/cost';
import { networkParts } from '../../nets/readings/networkParts';
import { spendingOf } from './spending';

const costs = ['params', 'macs', 'memoryAccess'] as const;

function counted(name: string) {
  const named = networkOfName(name);
  const graph = named.ok ? named.value.model.build(named.value.choice) : named;
  if (!graph.ok) throw new Error(graph.error);
  const cost = costOf(graph.value);
  return { graph: graph.value, cost, parts: networkParts(cost.layers) };
}

test('MobileNet V2 moves its memory early, has its params late, and spreads its multiply-adds', () => {
  const { parts } = counted('mobilenet-v2');
  // Of 29,840,808 elements, 18,918,144 are moved by stem, stages 1 to 3: MobileNet V2's table in models/golden.
  expect(spendingOf(parts, 'memoryAccess')).toEqual({ kind: 'early', share: 18918144 / 29840808, height: 14 });
  expect(spendingOf(parts, 'params')).toMatchObject({ kind: 'late', of: 21 });
  expect(spendingOf(parts, 'macs').kind).toBe('spread');
});

test('most params of VGG-16 and AlexNet are in one layer, as papers say', () => {
  // 102,764,544 of 138,357,544 and 37,752,832 of 60,965,224: 25,088 and 9,216 times 4,096, and 4,096 biases.
  expect(spendingOf(counted('vgg16').parts, 'params')).toMatchObject({
    kind: 'one',
    part: { id: 'fc6' },
    share: 102764544 / 138357544,
  });
  expect(spendingOf(counted('alexnet').parts, 'params')).toMatchObject({
    part: { id: 'fc6' },
    share: 37752832 / 60965224,
  });
});

test('what is said of any network is true of its layers', () => {
  const names = [
    ...catalogue.map(({ id }) => id),
    ...['mobilenet-v2:width=0.35:resolution=96', 'mobilenet-v2:classes=2', 'vgg16:resolution=32', 'xception:middle=0'],
    ...[
      'shufflenet-v1:groups=8:width=0.25',
      'mobilenet-v3:size=small',
      'squeezenet:version=1.1',
      'mobilenet-v1:width=2',
    ],
  ];
  for (const name of names) {
    const { parts, cost } = counted(name);
    for (const figure of costs) {
      const said = spendingOf(parts, figure);
      const where = `${name} ${figure} ${said.kind}`;
      const shareOf = (ids: readonly string[]): number =>
        cost.layers
          .filter(({ node }) => ids.some((id) => node.id === id || node.id.startsWith(`${id}.`)))
          .reduce((sum, layer) => sum + layer[figure], 0) / cost[figure];
      const shares = parts.map((part) => part[figure] / cost[figure]);
      switch (said.kind) {
        case 'one':
        case 'largest':
          expect(Math.max(...shares), where).toBe(said.share);
          expect(said.share > 0.5, where).toBe(said.kind === 'one');
          break;
        case 'early': {
          const before = parts.slice(
            0,
            parts.findIndex(({ output }) => output.height <= said.height),
          );
          expect(shareOf(before.map(({ id }) => id)), where).toBeCloseTo(said.share, 2);
          expect(said.share, where).toBeGreaterThan(before.length / parts.length);
          break;
        }
        case 'late':
          expect(said.of, where).toBe(parts.length);
          expect(shareOf(parts.slice(-said.count).map(({ id }) => id)), where).toBeCloseTo(said.share, 2);
          expect(said.share, where).toBeGreaterThan(said.count / said.of);
          break;
        case 'spread':
          expect(Math.max(...shares), where).toBeLessThanOrEqual(said.share);
          expect(said.share, where).toBeLessThanOrEqual(0.15);
          break;
        case 'nothing':
          expect.unreachable(where);
      }
    }
  }
});

test('of what costs nothing nothing is said', () => {
  const { parts } = counted('mobilenet-v2');
  expect(
    spendingOf(
      parts.filter(({ kind }) => kind === 'pool'),
      'params',
    ),
  ).toEqual({ kind: 'nothing' });
  expect(spendingOf([], 'macs')).toEqual({ kind: 'nothing' });
});
