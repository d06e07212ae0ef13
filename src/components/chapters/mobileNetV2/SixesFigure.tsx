import { Trans, useLingui } from '@lingui/react/macro';
import { exhibits } from '../../../run/weights/exhibits';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedMaps, ExhibitedNetwork } from '../../../lab/exhibit/openedNetwork';
import { valueShares, type ValueShares } from '../../../viz/chapters/valueShares';
import { DataFigure } from '../../running/exhibit/DataFigure';
import { Finding } from '../../running/exhibit/Finding';
import { useExhibitMaps } from '../../running/exhibit/useExhibitMaps';
import { wholePercentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import styles from './SixesFigure.module.css';
import { ComputingMaps } from '../../running/exhibit/ComputingMaps';

/** What ReLU6 sets to 0 and to 6 in every layer of a trained network, and the signs that the linear ends keep. */
export function SixesFigure() {
  const { t } = useLingui();
  return (
    <DataFigure
      of={exhibits.mobileNetV2}
      height={330}
      title={t`Zeros, sixes and signs, layer by layer`}
      caption={
        <Trans>
          A column for each layer of MobileNet V2, trained on ImageNet, for the sample photo: above the 35 ReLU6, below
          the 17 linear projections.
        </Trans>
      }
    >
      {(exhibit, network) => <Shares exhibit={exhibit} network={network} />}
    </DataFigure>
  );
}

type SharesProps = { readonly exhibit: Exhibit; readonly network: ExhibitedNetwork };
type Layer = { readonly id: string; readonly shares: ValueShares; readonly count: number };

function Shares({ exhibit, network }: SharesProps) {
  const { t, i18n } = useLingui();
  const { nodes } = network.graph;
  const clipped = nodes.filter(({ op }) => op.kind === 'activation').map(({ id }) => id);
  const linear = nodes.filter(({ id }) => id.endsWith('.project.conv')).map(({ id }) => id);
  const layers = useExhibitMaps(exhibit, [...clipped, ...linear], sharesOfAll);
  if (layers === null) return <ComputingMaps />;
  const of = (ids: readonly string[]): readonly Layer[] => layers.filter(({ id }) => ids.includes(id));
  const percent = (value: number): string => wholePercentText(value, i18n.locale);
  const [relu6, ends] = [of(clipped), of(linear)];
  const [zeros, sixes, negatives] = [meanOf(relu6, 'zeros'), meanOf(relu6, 'sixes'), meanOf(ends, 'negatives')];
  return (
    <>
      <Finding>
        <Trans>
          ReLU6 sets {percent(zeros)} of its values to 0 and {percent(sixes)} to 6. At the linear ends{' '}
          {percent(negatives)} are negative: a ReLU there would erase them.
        </Trans>
      </Finding>
      <Sized>
        {(width) => (
          <>
            <Columns
              {...{ width }}
              layers={relu6}
              label={t`ReLU6 layers: ${percent(zeros)} zeros and ${percent(sixes)} sixes on average`}
              name={t`ReLU6: zeros from below, sixes from above`}
              lower={({ zeros: share }) => share}
              upper={({ sixes: share }) => share}
              tones={['zero', 'six']}
            />
            <Columns
              {...{ width }}
              layers={ends}
              label={t`Linear projections: ${percent(negatives)} negative values on average`}
              name={t`Linear ends: negative values from below`}
              lower={({ negatives: share }) => share}
              upper={() => 0}
              tones={['negative', 'six']}
            />
          </>
        )}
      </Sized>
    </>
  );
}

type ColumnsProps = {
  readonly width: number;
  readonly layers: readonly Layer[];
  readonly label: string;
  readonly name: string;
  readonly lower: (shares: ValueShares) => number;
  readonly upper: (shares: ValueShares) => number;
  readonly tones: readonly [lower: string, upper: string];
};

const [height, headHeight] = [104, 24];

function Columns({ width, layers, label, name, lower, upper, tones }: ColumnsProps) {
  const step = width / layers.length;
  const bars = (side: 'lower' | 'upper'): string =>
    layers
      .map(({ shares }, at) => {
        const length = height * (side === 'lower' ? lower(shares) : upper(shares));
        const top = headHeight + (side === 'lower' ? height - length : 0);
        return `M${(at * step + 1).toFixed(1)} ${top.toFixed(1)}h${(step - 2).toFixed(1)}v${length.toFixed(1)}h-${(step - 2).toFixed(1)}z`;
      })
      .join('');
  const half = headHeight + height / 2;
  return (
    <svg className={styles.columns} width={width} height={headHeight + height + 6} role="img" aria-label={label}>
      <text x={0} y={15}>
        {name}
      </text>
      <rect className={styles.ground} y={headHeight} width={width} height={height} />
      <path data-tone={tones[0]} d={bars('lower')} />
      <path data-tone={tones[1]} d={bars('upper')} />
      <path className={styles.half} d={`M0 ${String(half)}H${String(width)}`} />
      <text className={styles.tick} x={width} y={half - 4}>
        50%
      </text>
    </svg>
  );
}

function sharesOfAll(maps: ExhibitedMaps): readonly Layer[] {
  return [...maps].map(([id, { values }]) => ({ id, shares: valueShares(values), count: values.length }));
}

/** Over all values of all layers. */
function meanOf(layers: readonly Layer[], share: keyof ValueShares): number {
  const all = layers.reduce((sum, { count }) => sum + count, 0);
  return layers.reduce((sum, { shares, count }) => sum + shares[share] * count, 0) / Math.max(1, all);
}
