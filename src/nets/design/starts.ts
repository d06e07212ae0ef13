import { shelfDesigns } from './shelf';
import { mobileNetV2Start, startDesigns, type StartDesign } from './startDesigns';

/** Every design that a person can start from. */
export const starts: readonly StartDesign[] = [...startDesigns, ...shelfDesigns];

/** The start with this id; MobileNet V2 where there is none. */
export function startOf(id: string): StartDesign {
  return starts.find((candidate) => candidate.id === id) ?? mobileNetV2Start;
}
