import { samples, type SampleId } from './samples';
import type { SourceChoice } from './sessionSource';

/** What of a source belongs to one visit alone and cannot be in an address. */
export type OwnSource = { readonly file: File | null; readonly deviceId: string | null };

/** What an address says of the source. */
type AddressedSource = {
  readonly source: 'camera' | SampleId;
  readonly facing: 'user' | 'environment';
};

/** A file of one's own goes before everything else, a camera chosen by name before one chosen by the way it looks. */
export function chosenSource({ source, facing }: AddressedSource, { file, deviceId }: OwnSource): SourceChoice {
  if (file !== null) return { kind: 'file', file };
  if (source === 'camera') return { kind: 'camera', camera: deviceId === null ? { facing } : { deviceId } };
  return { kind: 'sample', url: samples.find(({ id }) => id === source)?.url ?? samples[0].url };
}
