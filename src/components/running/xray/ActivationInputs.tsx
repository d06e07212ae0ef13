import { Trans, useLingui } from '@lingui/react/macro';
import type { Histogram } from '../../../nets/maps/histogram';
import type { ActivationFunction } from '../../../nets/op';
import { activationCurve, axisTicks } from '../../../viz/maps/activationCurve';
import { exactNumberText, wholePercentText } from '../../ui/numberText';
import styles from './ActivationInputs.module.css';

type ActivationInputsProps = {
  /** All values of the layer on this frame, before its activation. */
  readonly inputs: Histogram;
  readonly function: ActivationFunction;
  /** How the function is called. */
  readonly name: string;
};

/** Px. */
const size = { width: 224, height: 110 } as const;

/** The inputs that an activation has on this frame, under its curve, and how many of them it makes 0 or 6. */
export function ActivationInputs({ inputs, function: kind, name }: ActivationInputsProps) {
  const { t, i18n } = useLingui();
  const { bars, curve, x, zero, zeros, sixes } = activationCurve(inputs, kind, size);
  const ticks = axisTicks(inputs);
  const share = (part: number): string => wholePercentText(part, i18n.locale);
  return (
    <figure className={styles.figure}>
      <svg
        width={size.width}
        height={size.height + 16}
        role="img"
        aria-label={t`The inputs of ${name} on this frame, under its curve`}
      >
        <path className={styles.bars} d={bars} />
        <path className={styles.axis} d={`M0 ${zero}H${size.width}M${x(0)} 0V${zero + 4}`} />
        <path className={styles.curve} d={curve} />
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={size.height + 8} textAnchor="middle">
            {exactNumberText(tick, i18n.locale)}
          </text>
        ))}
      </svg>
      <figcaption>
        {sixes > 0 ? (
          <Trans>
            Of all inputs of this layer, {share(zeros)} become 0 and {share(sixes)} become 6.
          </Trans>
        ) : (
          <Trans>Of all inputs of this layer, {share(zeros)} become 0.</Trans>
        )}
      </figcaption>
    </figure>
  );
}
