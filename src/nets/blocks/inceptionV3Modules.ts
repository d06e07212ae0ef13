import { averagePool, concat, maxPool } from '../build';
import type { Node } from '../graph';
import { convNorm } from './convNorm';

/**
 * The five modules of Inception V3 (Szegedy et al., arXiv:1512.00567, figures 5, 6, 7 and 10), with the
 * widths that torchvision and TF-slim use. Towers run left to right; every convolution has batch norm and ReLU.
 */

/** Figure 5: 1x1, 5x5, two 3x3 in a row, and a pooled tower. Keeps the map's size. */
export function inceptionA(id: string, from: Node, options: { readonly poolChannels: number }): Node {
  return concat(`${id}.concat`, [
    chain(`${id}.tower1`, from, [[64, 1]]),
    chain(`${id}.tower2`, from, [
      [48, 1],
      [64, 5],
    ]),
    chain(`${id}.tower3`, from, [
      [64, 1],
      [96, 3],
      [96, 3],
    ]),
    pooledTower(`${id}.tower4`, from, options.poolChannels),
  ]);
}

/** Figure 10: halves the map by strided 3x3 convolutions and a max pool in parallel. */
export function inceptionB(id: string, from: Node): Node {
  return concat(`${id}.concat`, [
    chain(`${id}.tower1`, from, [[384, 3, 'down']]),
    chain(`${id}.tower2`, from, [
      [64, 1],
      [96, 3],
      [96, 3, 'down'],
    ]),
    downPool(`${id}.tower3`, from),
  ]);
}

/** Figure 6: 7x7 factored into 1x7 and 7x1. `innerChannels` is the width inside the towers. */
export function inceptionC(id: string, from: Node, options: { readonly innerChannels: number }): Node {
  const inner = options.innerChannels;
  return concat(`${id}.concat`, [
    chain(`${id}.tower1`, from, [[192, 1]]),
    chain(`${id}.tower2`, from, [
      [inner, 1],
      [inner, [1, 7]],
      [192, [7, 1]],
    ]),
    chain(`${id}.tower3`, from, [
      [inner, 1],
      [inner, [7, 1]],
      [inner, [1, 7]],
      [inner, [7, 1]],
      [192, [1, 7]],
    ]),
    pooledTower(`${id}.tower4`, from, 192),
  ]);
}

/** Halves the map a second time. */
export function inceptionD(id: string, from: Node): Node {
  return concat(`${id}.concat`, [
    chain(`${id}.tower1`, from, [
      [192, 1],
      [320, 3, 'down'],
    ]),
    chain(`${id}.tower2`, from, [
      [192, 1],
      [192, [1, 7]],
      [192, [7, 1]],
      [192, 3, 'down'],
    ]),
    downPool(`${id}.tower3`, from),
  ]);
}

/** Figure 7: the 3x3 at the end of a tower becomes 1x3 and 3x1 in parallel. */
export function inceptionE(id: string, from: Node): Node {
  const narrow = chain(`${id}.tower2`, from, [[384, 1]]);
  const deep = chain(`${id}.tower3`, from, [
    [448, 1],
    [384, 3],
  ]);
  return concat(`${id}.concat`, [
    chain(`${id}.tower1`, from, [[320, 1]]),
    fork(`${id}.tower2`, narrow),
    fork(`${id}.tower3`, deep),
    pooledTower(`${id}.tower4`, from, 192),
  ]);
}

/** A convolution of a tower: output channels, window, and whether it halves the map without padding. */
type Layer = readonly [outChannels: number, kernel: number | readonly [number, number], reduction?: 'down'];

function chain(id: string, from: Node, layers: readonly Layer[]): Node {
  return layers.reduce((flow, layer, index) => unit(`${id}.conv${String(index + 1)}`, flow, layer), from);
}

function unit(id: string, from: Node, [outChannels, kernel, reduction]: Layer): Node {
  const border = reduction === 'down' ? ({ stride: 2, padding: 'valid' } as const) : {};
  return convNorm(id, from, { outChannels, kernel, ...border, activation: 'relu', epsilon: inceptionEpsilon });
}

function fork(id: string, from: Node): Node {
  return concat(`${id}.concat`, [
    unit(`${id}.convWide`, from, [384, [1, 3]]),
    unit(`${id}.convTall`, from, [384, [3, 1]]),
  ]);
}

function pooledTower(id: string, from: Node, outChannels: number): Node {
  return chain(id, averagePool(`${id}.pool`, from, { kernel: 3, stride: 1, padding: 'symmetric' }), [[outChannels, 1]]);
}

function downPool(id: string, from: Node): Node {
  return maxPool(`${id}.pool`, from, { kernel: 3, stride: 2 });
}

/** The epsilon that Inception V3 was trained with (torchvision, Keras). */
export const inceptionEpsilon = 1e-3;
