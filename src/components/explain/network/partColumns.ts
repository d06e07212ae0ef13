import { shapeText } from '../../../nets/op';
import type { NetworkPart } from '../../../nets/readings/networkParts';
import type { FileColumn } from '../../../nets/readings/spreadsheet';

/** The parts of a network as the columns of a file. */
export const partColumns: readonly FileColumn<NetworkPart>[] = [
  { file: 'part', value: ({ id }) => id },
  { file: 'input', value: ({ input }) => shapeText(input) },
  { file: 'channels inside', value: ({ inner }) => inner?.channels },
  { file: 'output', value: ({ output }) => shapeText(output) },
  { file: 'input added', value: ({ shortcut }) => shortcut },
  { file: 'params', value: ({ params }) => params },
  { file: 'MACs', value: ({ macs }) => macs },
  { file: 'memory access cost', value: ({ memoryAccess }) => memoryAccess },
];
