import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { exhibits } from '../../../run/weights/exhibits';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedMaps, ExhibitedNetwork } from '../../../lab/exhibit/openedNetwork';
import { inputOf } from '../../../nets/graph';
import { activated } from '../../../nets/arithmetic/pixel';
import { histogramOf, histogramReach, type Histogram } from '../../../viz/chapters/valueShares';
import { DataFigure } from '../../running/exhibit/DataFigure';
import { Finding } from '../../running/exhibit/Finding';
import { useExhibitMaps } from '../../running/exhibit/useExhibitMaps';
import { NumberSlider } from '../../ui/NumberSlider';
import { wholePercentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import styles from './SwishInputs.module.css';
import { ComputingMaps } from '../../running/exhibit/ComputingMaps';

/** Where the inputs of a trained h-swish lie under its curve. */
export function SwishInputs() {
  const { t } = useLingui();
  return (
    <DataFigure
      of={exhibits.mobileNetV3}
      height={400}
      title={t`Where h-swish acts: a layer’s inputs under the curve`}
      caption={
        <Trans>
          Bars: how many inputs of the layer have this value, in V3-Small trained on 64 classes, for the sample photo;
          what lies beyond ±8 is in the outer bars. Between −3 and 3 the curve bends.
        </Trans>
      }
    >
      {(exhibit, network) => <Inputs exhibit={exhibit} network={network} />}
    </DataFigure>
  );
}

const bins = 64;

function histograms(maps: ExhibitedMaps): ReadonlyMap<string, Histogram> {
  return new Map([...maps].map(([id, { values }]) => [id, histogramOf(values, bins)]));
}

function Inputs({ exhibit, network }: { readonly exhibit: Exhibit; readonly network: ExhibitedNetwork }) {
  const { t, i18n } = useLingui();
  const layers = network.graph.nodes
    .filter(({ op }) => op.kind === 'activation' && op.function === 'hardSwish')
    .map((node) => inputOf(node).id);
  const [number, choose] = useState(2);
  const seen = useExhibitMaps(exhibit, layers, histograms);
  const id = layers[number - 1] ?? '';
  const shown = seen?.get(id);
  if (shown === undefined) return <ComputingMaps />;
  const percent = (value: number): string => wholePercentText(value, i18n.locale);
  const [below, between, above] = [percent(shown.below), percent(shown.between), percent(shown.above)];
  return (
    <>
      <Finding>
        <Trans>
          {between} of this layer’s inputs lie where h-swish bends, {below} become 0, {above} pass unchanged.
        </Trans>
      </Finding>
      <Sized>
        {(width) => (
          <Picture
            histogram={shown}
            width={width}
            label={t`${below} at most −3, ${between} between, ${above} at least 3`}
          />
        )}
      </Sized>
      <NumberSlider
        label={t`Layer with h-swish`}
        values={layers.map((_, at) => at + 1)}
        value={number}
        onChange={choose}
        hint={id}
      />
    </>
  );
}

const [height, foot] = [250, 26];

function Picture({
  histogram,
  width,
  label,
}: {
  readonly histogram: Histogram;
  readonly width: number;
  readonly label: string;
}) {
  const x = (value: number): number => ((value + histogramReach) / (2 * histogramReach)) * width;
  const most = Math.max(...histogram.bins);
  const step = width / histogram.bins.length;
  const bars = histogram.bins.map((share, at) => {
    const length = (share / most) * (height - 12);
    return `M${(at * step + 0.5).toFixed(1)} ${(height - length).toFixed(1)}h${(step - 1).toFixed(1)}v${length.toFixed(1)}h-${(step - 1).toFixed(1)}z`;
  });
  // The curve on a scale of its own: 0 lies a little above the bars' foot, 8 at the top.
  const y = (value: number): number => height - 24 - (value / histogramReach) * (height - 40);
  const curve = Array.from({ length: 129 }, (_, at) => {
    const value = (at / 64 - 1) * histogramReach;
    return `${at === 0 ? 'M' : 'L'}${x(value).toFixed(1)} ${y(activated('hardSwish', value)).toFixed(1)}`;
  });
  return (
    <svg className={styles.picture} width={width} height={height + foot} role="img" aria-label={label}>
      <rect className={styles.bend} x={x(-3)} width={x(3) - x(-3)} height={height} />
      <path className={styles.bars} d={bars.join('')} />
      <path className={styles.curve} d={curve.join('')} />
      <text x={x(histogramReach) - 4} y={y(histogramReach) + 34} className={styles.end}>
        h-swish
      </text>
      {[-8, -3, 0, 3, 8].map((value) => (
        <text
          key={value}
          x={x(value)}
          y={height + 18}
          className={value === -8 ? styles.start : value === 8 ? styles.end : styles.middle}
        >
          {String(value).replace('-', '−')}
        </text>
      ))}
    </svg>
  );
}
