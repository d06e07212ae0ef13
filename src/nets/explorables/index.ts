import { convolution } from './convolution';
import type { Explorable } from './explorable';

/** Every explorable of the pages, in teaching order. */
export const explorables: readonly Explorable[] = [convolution];
