import { shelfDesigns } from './shelf';
import type { NamedNetwork } from '../models/networkName';
import { mobileNetV2Start, startDesigns, type StartDesign } from './startDesigns';

/** Every design that a person can start from. */
export const starts: readonly StartDesign[] = [...startDesigns, ...shelfDesigns];

/** The start with this id; MobileNet V2 where there is none. */
export function startOf(id: string): StartDesign {
  return starts.find((candidate) => candidate.id === id) ?? mobileNetV2Start;
}

/** The start that a network of the catalogue is, or is a variant of; undefined where none is. */
export function startOfNetwork({ model, choice }: NamedNetwork): StartDesign | undefined {
  const optionsOf = (start: StartDesign) => Object.entries(start.choice ?? {});
  return starts
    .filter((start) => start.model === model.id && optionsOf(start).every(([name, value]) => choice[name] === value))
    .toSorted((one, other) => optionsOf(other).length - optionsOf(one).length)[0];
}
