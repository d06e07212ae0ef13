import type { TflitePadding } from '../../formats/tflite/tfliteOperator';
import type { StoredTensor } from '../../weights/stateDict';
import { fromOhwi, reshaped as reshapedTensor, transposed } from '../axes';
import { meanOver, knownIntegersOf, viewOperand, type Lowered } from '../operand';
import type { Pair, StatedOp, StatedPadding } from '../statedGraph';
import { statedNode } from '../statedNode';
import { mapOf, mapView, reshaped, sizesOf, vectorOf, vectorView, type View } from '../view';
import { constantAt, optionsOf, viewAt, withFused, type Lower, type TfliteOp } from './tfliteOp';

/** Convolutions, matrices and pools. */
export const layerOps: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['CONV_2D', conv],
  ['DEPTHWISE_CONV_2D', depthwise],
  ['FULLY_CONNECTED', fullyConnected],
  ['AVERAGE_POOL_2D', (op) => pooled(op, (pool) => ({ kind: 'averagePool', ...pool, countsPadding: false }))],
  ['MAX_POOL_2D', (op) => pooled(op, (pool) => ({ kind: 'maxPool', ...pool }))],
  ['MEAN', mean],
]);

function paddingOf(padding: TflitePadding): StatedPadding {
  return padding === 'same' ? 'same' : { top: 0, left: 0, bottom: 0, right: 0 };
}

function batchOf({ axes: [batch] }: View) {
  return batch?.[0]?.size ?? 1;
}

type Window = { readonly stride: Pair; readonly dilation: Pair; readonly padding: TflitePadding };

function convolved(op: TfliteOp, weight: StoredTensor, groups: number, { stride, dilation, padding }: Window): Lowered {
  const view = viewAt(op, 0);
  const map = view && mapOf(view, 'channelsLast');
  const bias = constantAt(op, 2);
  if (view === undefined || map === undefined || (op.inputs[2] !== undefined && bias === undefined)) return undefined;
  const stated = { kind: 'conv', weight, groups, stride, dilation, padding: paddingOf(padding) } as const;
  const node = statedNode(op.name, { ...stated, ...(bias && { bias }) }, [map]);
  return withFused(op, viewOperand(mapView(node, 'channelsLast', batchOf(view))));
}

function conv(op: TfliteOp): Lowered {
  const [options, kernel] = [optionsOf(op, 'conv2d'), constantAt(op, 1)];
  const channels = viewAt(op, 0)?.node.shape.channels;
  const [, , , inChannels = 1] = kernel?.shape ?? [];
  if (options === undefined || kernel?.shape.length !== 4 || typeof channels !== 'number') return undefined;
  return convolved(op, fromOhwi(kernel), channels / inChannels, options);
}

function depthwise(op: TfliteOp): Lowered {
  const [options, kernel] = [optionsOf(op, 'depthwiseConv2d'), constantAt(op, 1)];
  const channels = viewAt(op, 0)?.node.shape.channels;
  if (options === undefined || kernel?.shape.length !== 4 || typeof channels !== 'number') return undefined;
  const [, height = 1, width = 1, outChannels = 1] = kernel.shape;
  const weight = reshapedTensor(transposed(kernel, [0, 3, 1, 2]), [outChannels, 1, height, width]);
  return convolved(op, weight, channels, options);
}

/** Reads its input as one vector, whatever its axes. */
function fullyConnected(op: TfliteOp): Lowered {
  const [view, weight, bias] = [viewAt(op, 0), constantAt(op, 1), constantAt(op, 2)];
  if (view === undefined || weight?.shape.length !== 2 || (op.inputs[2] !== undefined && bias === undefined)) {
    return undefined;
  }
  const flat = reshaped(view, [batchOf(view), -1]);
  const from = flat && vectorOf(flat);
  if (from === undefined || flat === undefined) return undefined;
  const node = statedNode(op.name, { kind: 'fullyConnected', weight, ...(bias && { bias }) }, [from]);
  return withFused(op, viewOperand(vectorView(node, batchOf(flat))));
}

type Pool = Omit<Extract<StatedOp, { readonly kind: 'maxPool' }>, 'kind'>;

function pooled(op: TfliteOp, stated: (pool: Pool) => StatedOp): Lowered {
  const [view, options] = [viewAt(op, 0), optionsOf(op, 'pool2d')];
  const map = view && mapOf(view, 'channelsLast');
  if (map === undefined || options === undefined) return undefined;
  const { filter: kernel, stride, padding } = options;
  const pool = { kernel, stride, padding: paddingOf(padding), dilation: [1, 1], isCeil: false } as const;
  return withFused(op, viewOperand(mapView(statedNode(op.name, stated(pool), [map]), 'channelsLast')));
}

function mean(op: TfliteOp): Lowered {
  const [view, axes] = [viewAt(op, 0), knownIntegersOf(op.inputs[1])];
  return view && axes && sizesOf(view).length > 0
    ? meanOver(op.name, view, axes, optionsOf(op, 'reducer')?.keepsAxes === true)
    : undefined;
}
