import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { signedColour } from '../../../viz/maps/signedRamp';
import styles from './ScaleLegend.module.css';
import { useGround } from './useGround';

/** The one scale of signed values: negative is blue, zero is the ground, positive is warm. */
export function ScaleLegend() {
  const { t } = useLingui();
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
    <span className={styles.legend} role="img" aria-label={t`Negative values are blue, positive ones orange`}>
      <span aria-hidden="true">−</span>
      <canvas ref={canvas} width={steps} height={1} />
      <span aria-hidden="true">+</span>
    </span>
  );
}

const steps = 140;
