import type { CameraChoice } from '../../run/frames/frameSource';
import { samples, type SampleId } from './samples';

/** Where frames come from. */
export type SourceChoice =
  | { readonly kind: 'sample'; readonly url: string }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'camera'; readonly camera: CameraChoice };

/** The part of a source that lasts for one visit and cannot be in an address. */
export type OwnSource = { readonly file: File | null; readonly deviceId: string | null };

/** The part of a source that is in the address. */
type AddressedSource = {
  /** `own`: a file of another visit, which is gone. */
  readonly source: 'camera' | 'own' | SampleId;
  readonly facing: 'user' | 'environment';
};

/** The person's own file comes first; a camera chosen by name comes before one chosen by direction. */
export function chosenSource({ source, facing }: AddressedSource, { file, deviceId }: OwnSource): SourceChoice {
  if (file !== null) return { kind: 'file', file };
  if (source === 'camera') return { kind: 'camera', camera: deviceId === null ? { facing } : { deviceId } };
  return { kind: 'sample', url: samples.find(({ id }) => id === source)?.url ?? samples[0].url };
}
