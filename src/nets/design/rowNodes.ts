import { maxPool } from '../build';
import { convNorm, convRelu } from '../blocks/convNorm';
import { depthwiseSeparable } from '../blocks/depthwiseSeparable';
import { fire } from '../blocks/fire';
import { invertedResidual } from '../blocks/invertedResidual';
import { residualBottleneck } from '../blocks/residualBottleneck';
import { separableConv } from '../blocks/separableConv';
import { shuffleUnitV1 } from '../blocks/shuffleUnitV1';
import { shuffleDownUnitV2, shuffleUnitV2 } from '../blocks/shuffleUnitV2';
import { xceptionDownModule, xceptionMiddleModule } from '../blocks/xceptionModule';
import { activation, conv } from '../build';
import type { Node } from '../graph';
import type { ActivationFunction } from '../op';
import { makeDivisible } from '../rounding';
import type { DesignRow } from './design';

/**
 * A row built by the blocks of the course; its repeats are `ID.block1`, `ID.block2`, ..., a pool is `ID.pool`.
 * @throws GraphError where `rowMisfit` has a reason
 */
export function rowNodes(id: string, from: Node, row: DesignRow): Node {
  if (row.kind === 'maxPool') {
    const border = row.border === 'padded' ? ({ padding: 'symmetric' } as const) : { ceilMode: true };
    return maxPool(`${id}.pool`, from, { kernel: 3, stride: row.stride, ...border });
  }
  let flow = from;
  for (let repeat = 1; repeat <= row.repeats; repeat += 1)
    flow = blockNodes(`${id}.block${String(repeat)}`, flow, row, repeat === 1 ? row.stride : 1);
  return flow;
}

function blockNodes(id: string, from: Node, row: DesignRow, stride: 1 | 2): Node {
  const { channels: outChannels, groups, inner } = row;
  switch (row.kind) {
    case 'conv':
      return convNodes(id, from, row, stride);
    case 'maxPool':
      return from;
    case 'fire':
      return fire(id, from, { squeeze: inner, expand1x1: outChannels / 2, expand3x3: outChannels / 2 });
    case 'separable':
      return activation(`${id}.activation`, separableConv(id, from, { outChannels }), 'relu');
    case 'xception':
      // A map that has just passed an activation needs no second one (figure 5, the first module).
      return stride === 1
        ? xceptionMiddleModule(id, from)
        : xceptionDownModule(id, from, {
            middleChannels: inner,
            outChannels,
            leadingActivation: from.op.kind !== 'activation',
          });
    case 'depthwiseSeparable':
      return depthwiseSeparable(id, from, {
        outChannels,
        stride,
        kernel: row.kernel,
        activation: row.activation === 'relu6' ? 'relu6' : 'relu',
      });
    case 'invertedResidual':
      return invertedResidualNodes(id, from, row, stride);
    case 'shuffleV1':
      // The first convolution is not grouped where it reads few channels (section 3.2 and Table 1).
      return shuffleUnitV1(id, from, {
        outChannels,
        groups,
        stride,
        firstGroups: from.shape.channels < outChannels / 4 ? 1 : groups,
      });
    case 'shuffleV2':
      return stride === 1
        ? shuffleUnitV2(id, from)
        : shuffleDownUnitV2(id, from, { outChannels, implementation: 'torchvision' });
    case 'bottleneck':
      return residualBottleneck(id, from, { bottleneckChannels: inner, outChannels, stride, spatialGroups: groups });
  }
}

function convNodes(id: string, from: Node, row: DesignRow, stride: 1 | 2): Node {
  const { channels: outChannels, kernel, groups } = row;
  const padding = row.border === 'padded' ? 'symmetric' : 'valid';
  const options = { outChannels, kernel, stride, groups, padding } as const;
  const fn = functionOf(row.activation);
  if (row.norm === 'batchNorm') return convNorm(id, from, { ...options, activation: fn });
  if (fn === 'relu') return convRelu(id, from, options);
  const biased = conv(`${id}.conv`, from, { ...options, bias: true });
  return fn === undefined ? biased : activation(`${id}.activation`, biased, fn);
}

function invertedResidualNodes(id: string, from: Node, row: DesignRow, stride: 1 | 2): Node {
  const expandedChannels = Math.round(from.shape.channels * row.expansion);
  return invertedResidual(id, from, {
    expandedChannels,
    outChannels: row.channels,
    stride,
    kernel: row.kernel === 5 ? 5 : 3,
    activation: functionOf(row.activation) ?? 'relu6',
    squeezeChannels: row.gate === 'none' ? undefined : makeDivisible(expandedChannels / 4),
  });
}

/** The function of a field's value; undefined for none. */
export function functionOf(name: DesignRow['activation']): ActivationFunction | undefined {
  return name === 'none' ? undefined : name;
}
