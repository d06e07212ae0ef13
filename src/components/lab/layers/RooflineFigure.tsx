import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { timedParts } from '../../../nets/measurements/timedLayers';
import { rooflineOf, type RooflineDatum } from '../../../viz/charts/roofline';
import { Figure } from '../../ui/Figure';
import { percentText, shortNumberText, useNumberText } from '../../ui/numberText';
import { opTone } from '../../explain/diagram/opTone';
import { toneClass } from '../../ui/tone';
import { Chart } from '../../ui/charts/Chart';
import { Dots } from '../../ui/charts/Dots';
import { Line } from '../../ui/charts/Line';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import type { LayersResult } from '../../../lab/layers/layersResult';
import { rooflineData, rooflineRows } from '../../../lab/layers/layersResult';
import styles from './Layers.module.css';

const oneDecimal = { maximumSignificantDigits: 3 } as const;

/** The roofline: every layer that has multiply-adds, under the device's two limits. */
export function RooflineFigure({ result }: { readonly result: LayersResult }) {
  const { i18n, t } = useLingui();
  const number = useNumberText(oneDecimal);
  const { peaks } = result.report;
  const layers = rooflineData(result);
  const roofline = rooflineOf(layers, peaks);
  const arithmetic = shortNumberText(peaks.macsPerSecond, i18n.locale);
  const bandwidth = shortNumberText(peaks.bytesPerSecond, i18n.locale);
  const pointCount = layers.length;
  const ridge = number(roofline.ridge);
  return (
    <Figure
      title={t`Roofline of this device`}
      files={{ name: 'roofline', numbers: () => rooflineRows(result) }}
      caption={
        <>
          {peaks.arithmetic === 'shader' ? (
            <Trans>
              The level is the most multiply-adds that a shader got out of this device in its registers; the slope is
              what a copy of 64 MB moved.
            </Trans>
          ) : (
            <Trans>
              The level is the most multiply-adds that a large matrix product of this library reached; the slope is what
              a copy of 64 MB moved.
            </Trans>
          )}{' '}
          <Trans>
            Below {ridge} multiply-adds a byte a layer waits for memory. A point above the slope found its data in a
            cache.
          </Trans>{' '}
          <LeftOut result={result} />
        </>
      }
    >
      <Chart
        name={t`${pointCount} layers below a peak of ${arithmetic} multiply-adds and ${bandwidth} bytes per second`}
        x={roofline.x}
        y={roofline.y}
        height={346}
        margin={{ left: 64, top: 28 }}
      >
        <YAxis
          text={(value) => shortNumberText(Number(value.toPrecision(3)), i18n.locale)}
          title={t`multiply-adds per second`}
          titleAt="above"
        />
        <XAxis text={number} title={t`multiply-adds per byte moved`} />
        <Line className={styles.roof} points={roofline.roof} />
        <Points layers={layers} result={result} />
      </Chart>
    </Figure>
  );
}

/** Layers without multiply-adds, which a logarithmic axis cannot place. */
function LeftOut({ result }: { readonly result: LayersResult }) {
  const { i18n } = useLingui();
  const without = timedParts(result.graph, result.steps, 'layers').filter(({ macs }) => macs === 0);
  if (without.length === 0) return null;
  const count = without.length;
  const share = percentText(
    without.reduce((sum, { timeShare }) => sum + timeShare, 0),
    i18n.locale,
  );
  return (
    <Trans>
      Not in the picture: <Plural value={count} one="# layer" other="# layers" /> without multiply-adds, which take{' '}
      {share} of the time.
    </Trans>
  );
}

function Points({ layers, result }: { readonly layers: readonly RooflineDatum[]; readonly result: LayersResult }) {
  const { i18n } = useLingui();
  const nodes = new Map(result.graph.nodes.map((node) => [node.id, node]));
  const points = layers.map(({ id, intensity, macsPerSecond }) => {
    const node = nodes.get(id);
    return {
      ...{ id, x: intensity, y: macsPerSecond },
      className: `${styles.point} ${node === undefined ? '' : toneClass(opTone(node))}`,
      title: `${id}: ${shortNumberText(macsPerSecond, i18n.locale)} MACs/s`,
    };
  });
  return <Dots points={points} radius={5} />;
}
