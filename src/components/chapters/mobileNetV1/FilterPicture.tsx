import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { FilterShape } from '../../../viz/chapters/filterStack';
import { filterStackOf } from '../../../viz/chapters/filterStack';
import { exactNumberText } from '../../ui/numberText';
import { type Tone, toneClass } from '../../ui/tone';
import { useIsPresented } from '../../ui/useIsPresented';
import styles from './FilterPicture.module.css';

type FilterPictureProps = {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernel: number;
};

/** The filters of a standard convolution beside those of its depthwise and pointwise parts: the paper's figure 2, live. */
export function FilterPicture({ inChannels, outChannels, kernel }: FilterPictureProps) {
  const { i18n, t } = useLingui();
  const number = (value: number) => exactNumberText(value, i18n.locale);
  const weights = (shape: FilterShape) => number(shape.count * shape.kernel ** 2 * shape.channels);
  const standard = { kernel, channels: inChannels, count: outChannels };
  const depthwise = { kernel, channels: 1, count: inChannels };
  const pointwise = { kernel: 1, channels: inChannels, count: outChannels };
  const [all, spatial, mixing] = [weights(standard), weights(depthwise), weights(pointwise)];
  return (
    <div
      role="img"
      aria-label={t`Filters drawn as blocks. Standard: ${all} weights. Split: ${spatial} depthwise and ${mixing} pointwise weights.`}
      className={styles.picture}
    >
      <Filters tone="standard" name={t`Standard`} shape={standard} weights={t`${all} weights`} />
      <span className={styles.sign}>→</span>
      <Filters tone="depthwise" name={t`Depthwise`} shape={depthwise} weights={t`${spatial} weights`} />
      <span className={styles.sign}>+</span>
      <Filters tone="pointwise" name={t`Pointwise`} shape={pointwise} weights={t`${mixing} weights`} />
    </div>
  );
}

type FiltersProps = {
  readonly tone: Tone;
  readonly name: string;
  readonly shape: FilterShape;
  readonly weights: string;
};

function Filters({ tone, name, shape, weights }: FiltersProps) {
  const { t } = useLingui();
  const { width, height, cuboids } = filterStackOf(shape);
  const size = `${shape.kernel}×${shape.kernel}×${shape.channels}`;
  const { count } = shape;
  // Lower on a screen, so that the lines below it have room in large type.
  const scale = useIsPresented() ? 0.5 : 1;
  return (
    <div className={`${styles.filters} ${toneClass(tone)}`} data-k={tone}>
      <span className={styles.name}>{name}</span>
      <svg
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
        width={(width + 2) * scale}
        height={(height + 2) * scale}
        className={styles.drawing}
      >
        {cuboids.map((cuboid, index) => (
          <g key={index}>
            <path className={styles.top} d={cuboid.top} />
            <path className={styles.side} d={cuboid.side} />
            <path className={styles.front} d={cuboid.front} />
            <path className={styles.grid} d={cuboid.grid} />
          </g>
        ))}
      </svg>
      <span className={styles.size}>{t`${plural(count, { one: '# filter', other: '# filters' })} of ${size}`}</span>{' '}
      <span className={styles.weights}>{weights}</span>
    </div>
  );
}
