import type { NamedNetwork } from '../nets/models/networkName';
import { nearestChoice } from '../nets/parameter';

/** Controls of a network that a task can hold: `net` is all of it, `net:model` which one, `net:width` an option. */
export const networkLock = (part: string): string => `net:${part}`;

/** A network with the held parts of `start`: another network is at its own defaults, but for what is held. */
export function heldNetwork(wanted: NamedNetwork, start: NamedNetwork, locked: readonly string[]): NamedNetwork {
  if (locked.includes('net')) return start;
  const model = locked.includes(networkLock('model')) ? start.model : wanted.model;
  const choice = model.id === wanted.model.id ? wanted.choice : start.choice;
  const held = Object.entries(start.choice).filter(([name]) => locked.includes(networkLock(name)));
  return { model, choice: nearestChoice(model.options, { ...choice, ...Object.fromEntries(held) }) };
}
