import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { signedColour } from '../../../viz/maps/signedRamp';
import { fixedText } from '../../ui/numberText';
import styles from './ScaleLegend.module.css';
import { useGround } from './useGround';

/**
 * The one scale of signed values: negative is blue, zero is the ground, positive is warm.
 * @param limit the magnitude of the strongest colours, where all maps beside it share it
 */
export function ScaleLegend({ limit }: { readonly limit?: number }) {
  const { t, i18n } = useLingui();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ground = useGround();
  useEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null;
    if (context === null) return;
    for (let x = 0; x < steps; x += 1) {
      context.fillStyle = `rgb(${signedColour((2 * x) / (steps - 1) - 1, ground).join(' ')})`;
      context.fillRect(x, 0, 1, 1);
    }
  }, [ground]);
  return (
    <span
      className={styles.legend}
      role="img"
      aria-label={
        limit === undefined
          ? t`Negative values are blue, positive ones orange`
          : t`Blue down to ${fixedText(-limit, i18n.locale, 2)}, orange up to ${fixedText(limit, i18n.locale, 2)}`
      }
    >
      <canvas ref={canvas} width={steps} height={1} aria-hidden="true" />
      <span aria-hidden="true">{limit === undefined ? t`negative` : fixedText(-limit, i18n.locale, 2)}</span>
      <span aria-hidden="true">0</span>
      <span aria-hidden="true">{limit === undefined ? t`positive` : fixedText(limit, i18n.locale, 2)}</span>
    </span>
  );
}

const steps = 140;
