import { type Tone, toneClass } from '../../ui/tone';

/** Colours that tell eight groups apart, in the order of the chart series. */
const tones: readonly Tone[] = [
  'pointwise',
  'depthwise',
  'shuffle',
  'grouped',
  'standard',
  'squeezeExcite',
  'concat',
  'pool',
];

/** The name of a group, from 0: A, B, C, ... */
export function groupLetter(group: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + group);
}

/** The class that sets a group's colours: `--mark`, `--soft` and `--on`. */
export function groupClass(group: number): string {
  return toneClass(tones[group % tones.length] ?? 'standard');
}
