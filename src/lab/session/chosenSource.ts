import { samples, type SampleId } from './samples';
import type { SourceChoice } from './sessionSource';

/** The part of a source that lasts for one visit and cannot be in an address. */
export type OwnSource = { readonly file: File | null; readonly deviceId: string | null };

/** The part of a source that is in the address. */
type AddressedSource = {
  readonly source: 'camera' | SampleId;
  readonly facing: 'user' | 'environment';
};

/** The person's own file comes first; a camera chosen by name comes before one chosen by direction. */
export function chosenSource({ source, facing }: AddressedSource, { file, deviceId }: OwnSource): SourceChoice {
  if (file !== null) return { kind: 'file', file };
  if (source === 'camera') return { kind: 'camera', camera: deviceId === null ? { facing } : { deviceId } };
  return { kind: 'sample', url: samples.find(({ id }) => id === source)?.url ?? samples[0].url };
}
