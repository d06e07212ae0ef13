import styles from './tone.module.css';

/** A colour family of the design tokens: `--op-TONE`, `--op-TONE-soft` and `--op-TONE-ink`. */
export type Tone =
  | 'standard'
  | 'pointwise'
  | 'depthwise'
  | 'grouped'
  | 'pool'
  | 'activation'
  | 'add'
  | 'concat'
  | 'shuffle'
  | 'squeezeExcite';

/** The class that sets a family's colours for a drawing: `--mark` for lines, `--soft` for surfaces, `--on` for words. */
export function toneClass(tone: Tone): string {
  return styles[tone];
}
