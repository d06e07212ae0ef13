import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button';
import styles from './PixelLevel.module.css';

type PixelToolsProps = {
  readonly isPlaying: boolean;
  /** How many products are done; null for all. */
  readonly step: number | null;
  readonly last: number;
  readonly onPlay: (isPlaying: boolean) => void;
  readonly onStep: (step: number | null) => void;
};

/** Buttons to slide the kernel and to step through its products, with their keys. */
export function PixelTools({ isPlaying, step, last, onPlay, onStep }: PixelToolsProps) {
  return (
    <div className={styles.tools}>
      <Button icon={isPlaying ? 'pause' : 'play'} look="primary" onPress={() => onPlay(!isPlaying)}>
        {isPlaying ? <Trans>Pause</Trans> : <Trans>Slide the kernel</Trans>}
      </Button>
      <Button icon="chevronLeft" onPress={() => onStep(Math.max(0, (step ?? last) - 1))}>
        <Trans>Product back</Trans>
      </Button>
      <Button icon="chevronRight" onPress={() => onStep(step === null ? 1 : Math.min(last, step + 1))}>
        <Trans>Next product</Trans>
      </Button>
      {step === null ? null : (
        <Button look="quiet" onPress={() => onStep(null)}>
          <Trans>All products</Trans>
        </Button>
      )}
      <span className={styles.keys}>
        <Trans>
          <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> move the kernel, <kbd>.</kbd> <kbd>,</kbd> products,{' '}
          <kbd>[</kbd> <kbd>]</kbd> channel, <kbd>Esc</kbd> up
        </Trans>
      </span>
    </div>
  );
}
