import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { channelStripsOf } from '../../../viz/chapters/channelStrips';
import type { NarrowFeatures } from '../../../viz/chapters/narrowFeatures';
import styles from './ChannelStrips.module.css';

const [width, height] = [140, 40];

/** Every channel along the spiral: what ReLU passes and what it cuts off. */
export function ChannelStrips({ features }: { readonly features: NarrowFeatures }) {
  const { t } = useLingui();
  const stripes = useId();
  const strips = channelStripsOf(features, 'relu', width, height);
  const count = strips.length;
  return (
    <div
      role="img"
      aria-label={t`${count} channels along the spiral; ReLU cuts off what lies below zero`}
      className={styles.strips}
    >
      <svg width="0" height="0" className={styles.definitions} aria-hidden="true">
        <pattern id={stripes} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.stripe} d="M0,0V5" />
        </pattern>
      </svg>
      {strips.map(({ passed, cut }, index) => (
        <svg key={index} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={styles.strip}>
          <path d={cut} fill={`url(#${stripes})`} className={styles.cut} />
          <path d={passed} className={styles.passed} />
          <path d={`M0,${height / 2}H${width}`} className={styles.zero} />
        </svg>
      ))}
    </div>
  );
}
