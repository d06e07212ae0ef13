import { useLingui } from '@lingui/react/macro';
import { percentText } from '../../ui/numberText';
import type { NarrowActivation, NarrowFeatures, Point } from '../../../viz/chapters/narrowFeatures';
import { narrowActivations } from '../../../viz/chapters/narrowFeatures';
import { spiralPanelOf } from '../../../viz/chapters/spiralPanel';
import styles from './SpiralPanels.module.css';

const side = 220;

/** The spiral recovered without an activation, after ReLU and after ReLU6, over the faint original. */
export function SpiralPanels({ features }: { readonly features: NarrowFeatures }) {
  const names: Readonly<Record<NarrowActivation, string>> = { linear: '', relu: 'ReLU', relu6: 'ReLU6' };
  const { t } = useLingui();
  return (
    <div className={styles.panels}>
      {narrowActivations.map((activation) => (
        <SpiralPanel
          key={activation}
          activation={activation}
          name={activation === 'linear' ? t`No activation` : names[activation]}
          features={features}
        />
      ))}
    </div>
  );
}

type SpiralPanelProps = {
  readonly activation: NarrowActivation;
  readonly name: string;
  readonly features: NarrowFeatures;
};

function SpiralPanel({ activation, name, features }: SpiralPanelProps) {
  const { i18n, t } = useLingui();
  const outcome = features.outcomes[activation];
  const { ghost, points } = spiralPanelOf(features.original, outcome.points, side);
  const lost = outcome.collapsed.filter(Boolean).length;
  const total = outcome.collapsed.length;
  const lostShare = percentText(lost / total, i18n.locale, 0);
  const explained = percentText(outcome.explained, i18n.locale, 0);
  return (
    <div className={styles.panel} data-activation={activation}>
      <p className={styles.name}>{name}</p>
      <svg
        role="img"
        aria-label={t`${name}: ${lostShare} of the points are lost, ${explained} of the spiral is explained`}
        viewBox={`0 0 ${side} ${side}`}
        className={styles.picture}
      >
        <path className={styles.ghost} d={ghost} />
        {points.map((point, index) => (
          <Dot key={index} at={point} position={index / total} isLost={outcome.collapsed[index] ?? false} />
        ))}
      </svg>
      <dl className={styles.measures}>
        <div>
          <dt>{t`lost`}</dt>
          <dd data-measure="lost">{lostShare}</dd>
        </div>
        <div>
          <dt>{t`explained`}</dt>
          <dd data-measure="explained">{explained}</dd>
        </div>
      </dl>
    </div>
  );
}

/** Lost points are crosses; the rest are dots, darker towards the outside of the spiral. */
function Dot({
  at: { x, y },
  position,
  isLost,
}: {
  readonly at: Point;
  readonly position: number;
  readonly isLost: boolean;
}) {
  if (isLost) return <path className={styles.lost} d={`M${x - 3},${y - 3}l6,6m0,-6l-6,6`} />;
  return (
    <circle
      cx={x}
      cy={y}
      r={2.6}
      style={{ fill: `color-mix(in oklab, var(--op-standard) ${position * 100}%, var(--op-pointwise))` }}
    />
  );
}
