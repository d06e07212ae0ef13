import type { Graph } from '../../nets/graph';
import { costOf } from '../../nets/readings/cost';
import { usualSilenceMs } from './workerSignal';

/** The multiply-adds per second of a very slow phone, on one thread of WebAssembly. */
const slowMacsPerSecond = 2e8;

/** How long a worker may be silent while it runs a network: WebAssembly does so in one go. */
export function runSilenceMs(graph: Graph): number {
  return usualSilenceMs + (costOf(graph).macs / slowMacsPerSecond) * 1000;
}

/** A frame of so many pixels is read and resized in well under a second; more of them is a photo, not a video. */
const quickPixels = 5e6;

/** How long a worker may be silent over a frame of this size beside its runs; null where that is not worth telling. */
export function frameSilenceMs(width: number, height: number): number | null {
  return width * height <= quickPixels ? null : usualSilenceMs + (width * height) / 1000;
}

/**
 * How long a worker may be silent over a look: it reads tensors back and takes maps apart in one go, perhaps while other
 * processes have the cores.
 */
export function lookSilenceMs(width: number, height: number): number {
  return Math.max(60_000, frameSilenceMs(width, height) ?? 0);
}

/** How long a worker may be silent while it prepares a network: random weights, folding, uploading, compiling. */
export const loadSilenceMs = 60_000;

/** How long a worker may be silent over a file of this size: three times what a reader may take on two cores. */
export function readSilenceMs(bytes: number): number {
  return usualSilenceMs + (bytes / 10e6) * 6000;
}
