/** A channel in a row of gates sorted from open to shut, and its gate for another image. */
export type RankedGate = { readonly channel: number; readonly gate: number; readonly other: number };

/** How many gates of a block are shut, partly open and fully open. */
export type GateCounts = { readonly shut: number; readonly partly: number; readonly open: number };

/** Below this a gate counts as shut, and above one minus this as fully open. */
const gateTolerance = 0.005;

/** Sorts the channels of a block by their gates for one image; ties keep the order of the channels. */
export function rankedGates(gates: readonly number[], others: readonly number[]): readonly RankedGate[] {
  return gates
    .map((gate, channel) => ({ channel, gate, other: others[channel] ?? 0 }))
    .sort((a, b) => b.gate - a.gate || a.channel - b.channel);
}

export function gateCounts(gates: readonly number[]): GateCounts {
  const shut = gates.filter(isShut).length;
  const open = gates.filter((gate) => gate > 1 - gateTolerance).length;
  return { shut, partly: gates.length - shut - open, open };
}

/** Channels that one of two images lets pass, at least in part, and the other shuts. */
export function gatesThatSwitch(gates: readonly number[], others: readonly number[]): number {
  return gates.filter((gate, channel) => isShut(gate) !== isShut(others[channel] ?? 0)).length;
}

function isShut(gate: number): boolean {
  return gate < gateTolerance;
}
