import { describe, expect, it } from 'vitest';
import { convNorm, convRelu, depthwiseConvNorm } from '../../nets/blocks/convNorm';
import { depthwiseSeparable } from '../../nets/blocks/depthwiseSeparable';
import { fire } from '../../nets/blocks/fire';
import { groupConvShuffle } from '../../nets/blocks/groupConvShuffle';
import {
  extremeInception,
  inceptionModule,
  sharedPointwiseInception,
  simplifiedInception,
} from '../../nets/blocks/inceptionTower';
import { inceptionA, inceptionB, inceptionC, inceptionD, inceptionE } from '../../nets/blocks/inceptionV3Modules';
import { invertedResidual } from '../../nets/blocks/invertedResidual';
import { mobileNetV3Block, originalTail, redesignedTail } from '../../nets/blocks/mobileNetV3Block';
import { residualBottleneck } from '../../nets/blocks/residualBottleneck';
import { separableConv } from '../../nets/blocks/separableConv';
import { shuffleUnitV1 } from '../../nets/blocks/shuffleUnitV1';
import { shuffleDownUnitV2, shuffleUnitV2 } from '../../nets/blocks/shuffleUnitV2';
import { squeezeExcite } from '../../nets/blocks/squeezeExcite';
import { xceptionDownModule, xceptionExitModule, xceptionMiddleModule } from '../../nets/blocks/xceptionModule';
import { add, conv, input } from '../../nets/build';
import type { Node } from '../../nets/graph';
import { graphOf } from '../../nets/graph';
import { catalogue } from '../../nets/models';
import { lineHeight } from './diagramSize';
import type { Layout, TensorBar } from './layout';
import { layoutOf, sharedDirection } from './layout';
import { svgText } from './svgText';

const map = (size: number, channels: number): Node => input({ height: size, width: size, channels });

type Drawn = { readonly block: unknown; readonly node: Node };

/** What a function of `src/nets/blocks` builds. */
function drawn<Args extends readonly unknown[]>(block: (...args: Args) => Node, ...args: Args): Drawn {
  return { block, node: block(...args) };
}

/** Every block of `src/nets/blocks`, at the widths in its paper's figure. */
const blocks: Readonly<Record<string, Drawn>> = {
  convNorm: drawn(convNorm, 'conv', map(56, 24), { outChannels: 48, kernel: 1, activation: 'relu' }),
  depthwiseConvNorm: drawn(depthwiseConvNorm, 'conv', map(56, 24), { kernel: 3, stride: 2, activation: 'relu6' }),
  convRelu: drawn(convRelu, 'conv', map(56, 24), { outChannels: 48, kernel: 3 }),
  fire: drawn(fire, 'fire', map(55, 96), { squeeze: 16, expand1x1: 64, expand3x3: 64 }),
  fireSimpleBypass: drawn(fire, 'fire', map(55, 128), {
    squeeze: 16,
    expand1x1: 64,
    expand3x3: 64,
    bypass: 'identity',
  }),
  fireComplexBypass: drawn(fire, 'fire', map(55, 96), { squeeze: 16, expand1x1: 64, expand3x3: 64, bypass: 'conv' }),
  inceptionModule: drawn(inceptionModule, 'inception', map(35, 192), { towerChannels: 64 }),
  inceptionSimplified: drawn(simplifiedInception, 'inception', map(35, 192), { towers: 3, towerChannels: 64 }),
  inceptionShared: drawn(sharedPointwiseInception, 'inception', map(35, 192), { segments: 3, segmentChannels: 64 }),
  inceptionExtreme: drawn(extremeInception, 'inception', map(35, 192), { outChannels: 192 }),
  inceptionA: drawn(inceptionA, 'inceptionA', map(35, 192), { poolChannels: 32 }),
  inceptionB: drawn(inceptionB, 'inceptionB', map(35, 288)),
  inceptionC: drawn(inceptionC, 'inceptionC', map(17, 768), { innerChannels: 128 }),
  inceptionD: drawn(inceptionD, 'inceptionD', map(17, 768)),
  inceptionE: drawn(inceptionE, 'inceptionE', map(8, 1280)),
  separableConv: drawn(separableConv, 'separable', map(19, 728), { outChannels: 728 }),
  xceptionDown: drawn(xceptionDownModule, 'entry', map(147, 64), {
    middleChannels: 128,
    outChannels: 128,
    leadingActivation: false,
  }),
  xceptionMiddle: drawn(xceptionMiddleModule, 'middle', map(19, 728)),
  xceptionExit: drawn(xceptionExitModule, 'exit', map(10, 1024), { channels: [1536, 2048] }),
  groupConvShuffle: drawn(groupConvShuffle, 'shuffled', map(28, 24), {
    outChannels: 24,
    kernel: 3,
    groups: 3,
    shuffled: true,
  }),
  shuffleUnitV1: drawn(shuffleUnitV1, 'unit', map(28, 240), { outChannels: 240, groups: 3, stride: 1 }),
  shuffleUnitV1Down: drawn(shuffleUnitV1, 'unit', map(56, 24), {
    outChannels: 240,
    groups: 3,
    stride: 2,
    firstGroups: 1,
  }),
  shuffleUnitV2: drawn(shuffleUnitV2, 'unit', map(28, 116)),
  shuffleUnitV2Down: drawn(shuffleDownUnitV2, 'unit', map(56, 24), { outChannels: 116, implementation: 'torchvision' }),
  depthwiseSeparable: drawn(depthwiseSeparable, 'separable', map(112, 32), { outChannels: 64, stride: 1 }),
  depthwiseSeparableDown: drawn(depthwiseSeparable, 'separable', map(112, 64), { outChannels: 128, stride: 2 }),
  residualBottleneck: drawn(residualBottleneck, 'residual', map(56, 256), { bottleneckChannels: 64, outChannels: 256 }),
  invertedResidual: drawn(invertedResidual, 'inverted', map(56, 24), {
    expandedChannels: 144,
    outChannels: 24,
    stride: 1,
  }),
  invertedResidualDown: drawn(invertedResidual, 'inverted', map(56, 24), {
    expandedChannels: 144,
    outChannels: 32,
    stride: 2,
  }),
  invertedResidualFirst: drawn(invertedResidual, 'inverted', map(112, 32), {
    expandedChannels: 32,
    outChannels: 16,
    stride: 1,
  }),
  squeezeExcite: drawn(squeezeExcite, 'squeezeExcite', map(28, 72), { squeezeChannels: 24 }),
  mobileNetV3Block: drawn(mobileNetV3Block, 'block', map(28, 40), {
    kernel: 5,
    expandedChannels: 120,
    outChannels: 40,
    squeezeExcite: true,
    activation: 'hardSwish',
    stride: 1,
  }),
  mobileNetV3BlockFirst: drawn(mobileNetV3Block, 'block', map(112, 16), {
    kernel: 3,
    expandedChannels: 16,
    outChannels: 16,
    squeezeExcite: true,
    activation: 'relu',
    stride: 2,
  }),
  tailOriginal: drawn(originalTail, 'tail', map(7, 160), {
    lastChannels: 960,
    headChannels: 1280,
    projectedChannels: 320,
  }),
  tailRedesigned: drawn(redesignedTail, 'tail', map(7, 160), { lastChannels: 960, headChannels: 1280 }),
};

const cases = Object.entries(blocks).map(([name, { node }]) => [name, graphOf(node)] as const);

it('has a picture of every function in src/nets/blocks', () => {
  const modules = import.meta.glob<Readonly<Record<string, unknown>>>(['../../nets/blocks/*.ts', '!**/*.test.ts'], {
    eager: true,
  });
  const built = Object.values(modules).flatMap((exported) => Object.entries(exported));
  const pictured = new Set(Object.values(blocks).map(({ block }) => block));
  const missing = built.filter(([, block]) => typeof block === 'function' && !pictured.has(block));
  expect(missing.map(([name]) => name)).toEqual([]);
});

describe.each(cases)('the picture of %s', (name, graph) => {
  it.each([
    ['', 908],
    ['.phone', 310],
  ])('is the golden one%s at %i px', async (suffix, availableWidth) => {
    await expect(svgText(layoutOf(graph, { availableWidth, folded: true }))).toMatchFileSnapshot(
      `golden/${name}${suffix}.svg`,
    );
  });

  it.each([310, 640, 908])('keeps everything inside and no two boxes overlapping, at %i px', (availableWidth) => {
    for (const folded of [true, false]) {
      const layout = layoutOf(graph, { availableWidth, folded });
      expect(overlaps(layout)).toEqual([]);
      for (const box of layout.boxes) {
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
      }
    }
  });

  it.each([310, 640, 908])('keeps labels off boxes and each other, at %i px', (availableWidth) => {
    const { boxes, tensors } = layoutOf(graph, { availableWidth, folded: true });
    const labels = tensors.map(labelRect);
    for (const [index, label] of labels.entries()) {
      const on = [...boxes, ...labels.slice(index + 1)].filter((other) => meet(label, other));
      expect(on.map(({ id }) => `${label.id} on ${id}`)).toEqual([]);
    }
  });

  it.each([310, 908])('runs every wire forwards, at %i px', (availableWidth) => {
    const { boxes, wires, direction } = layoutOf(graph, { availableWidth, folded: true });
    const start = new Map(boxes.map(({ id, x, y }) => [id, direction === 'right' ? x : y]));
    for (const { from, to } of wires) expect(start.get(to)).toBeGreaterThan(start.get(from) ?? Infinity);
  });
});

describe('layoutOf', () => {
  it('shows every node, folded or not', () => {
    for (const [, graph] of cases) {
      const ids = graph.nodes.map(({ id }) => id).sort();
      const apart = layoutOf(graph, { availableWidth: 640, folded: false }).boxes.map(({ id }) => id);
      const folded = layoutOf(graph, { availableWidth: 640, folded: true }).boxes;
      expect([...apart].sort()).toEqual(ids);
      expect(folded.flatMap((box) => [box.id, ...box.badges.map(({ id }) => id)]).sort()).toEqual(ids);
    }
  });

  it('draws all tensors to one scale', () => {
    const { tensors } = layoutOf(graphOf(conv('c', map(8, 32), { outChannels: 64, kernel: 1 })), {
      availableWidth: 640,
      folded: true,
    });
    expect(tensors.map(({ height }) => height)).toEqual([31, 62]);
  });

  it('lays out graphs that are neither series nor parallel', () => {
    const from = map(8, 4);
    const layer = (id: string, node: Node): Node => conv(id, node, { outChannels: 4, kernel: 1 });
    const [left, right] = [layer('left', from), layer('right', from)];
    const crossed = add('crossed', [left, right]);
    const graph = graphOf(add('sum', [layer('after', left), crossed]));
    const layout = layoutOf(graph, { availableWidth: 640, folded: true });
    expect(overlaps(layout)).toEqual([]);
    expect(layout.wires).toHaveLength(7);
  });

  it('draws diagrams to compare in the one direction that all of them fit', () => {
    const from = map(28, 16);
    const short = graphOf(conv('only', from, { outChannels: 16, kernel: 1 }));
    const layers = Array.from({ length: 12 }, (_, index) => `layer${String(index)}`);
    const long = graphOf(layers.reduce<Node>((last, id) => conv(id, last, { outChannels: 16, kernel: 1 }), from));
    const options = { availableWidth: 640, folded: true };
    expect(layoutOf(short, options).direction).toBe('right');
    const direction = sharedDirection([short, long], options);
    expect(direction).toBe('down');
    expect(layoutOf(short, { ...options, direction }).direction).toBe('down');
  });

  it('lays out every network of the catalogue without overlaps', () => {
    for (const model of catalogue) {
      const graph = model.build({});
      if (!graph.ok) throw new Error(graph.error);
      expect(overlaps(layoutOf(graph.value, { availableWidth: 900, folded: true }))).toEqual([]);
    }
  });
});

/** Pairs of boxes that overlap. */
function overlaps({ boxes }: Layout): readonly string[] {
  return boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (meet(a, b) ? [`${a.id} on ${b.id}`] : [])));
}

type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Where a label is at 13 px, whose digits are 7 px wide and whose capitals are 9 px high. */
function labelRect({ boxId, label: { lines, x, y } }: TensorBar): Rect & { readonly id: string } {
  const width = Math.max(...lines.map((line) => line.length)) * 7;
  return {
    id: `the label of ${boxId}`,
    x: x - width / 2,
    y: y - 5,
    width,
    height: 10 + (lines.length - 1) * lineHeight,
  };
}
