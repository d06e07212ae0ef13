import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { SoFar } from '../../../viz/chapters/photoKernels';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { exactNumberText } from '../../ui/numberText';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion';
import styles from './KernelFigure.module.css';

type KernelCountProps = {
  readonly count: SoFar;
  /** Output channels. */
  readonly channels: number;
  readonly position: number;
  readonly onMove: (position: number) => void;
};

/** Milliseconds between two positions. */
const playMs = 40;

/** The multiply-adds of a value, of a position, so far and in all; and the buttons that move the kernel. */
export function KernelCount({ count, channels, position, onMove }: KernelCountProps) {
  const { t, i18n } = useLingui();
  const [isPlaying, play] = useState(false);
  const isStill = usePrefersReducedMotion();
  const isDone = position + 1 >= count.positions;
  useEffect(() => {
    if (!isPlaying || isDone) return;
    const timer = setTimeout(() => onMove(position + 1), isStill ? 10 * playMs : playMs);
    return () => clearTimeout(timer);
  });
  const text = (value: number): string => exactNumberText(value, i18n.locale);
  return (
    <div className={styles.count}>
      <p>
        <Trans>
          This position: {text(count.perValue)} × {text(channels)} output channels = {text(count.perPosition)}. So far{' '}
          <strong>{text(count.soFar)}</strong> of {text(count.all)} multiply-adds, at {text(count.done)} of{' '}
          {text(count.positions)} positions.
        </Trans>
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${String((100 * count.soFar) / count.all)}%` }} />
      </div>
      <div className={styles.tools}>
        <Button
          icon={isPlaying && !isDone ? 'pause' : 'play'}
          look="primary"
          onPress={() => {
            if (isDone) onMove(0);
            play(isDone || !isPlaying);
          }}
        >
          {isPlaying && !isDone ? <Trans>Pause</Trans> : <Trans>Slide the kernel</Trans>}
        </Button>
        <IconButton icon="chevronLeft" label={t`Step back`} onPress={() => onMove(Math.max(0, position - 1))} />
        <IconButton
          icon="chevronRight"
          label={t`Step forward`}
          onPress={() => onMove(Math.min(count.positions - 1, position + 1))}
        />
      </div>
    </div>
  );
}
