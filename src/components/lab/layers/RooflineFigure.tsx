import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { timedParts } from '../../../nets/measurements/timedLayers';
import type { Roofline } from '../../../viz/charts/roofline';
import { rooflineOf } from '../../../viz/charts/roofline';
import { Figure } from '../../ui/Figure';
import { percentText, shortNumberText, useNumberText } from '../../ui/numberText';
import { opTone } from '../../explain/diagram/opTone';
import { toneClass } from '../../ui/tone';
import { Plot, plotBoxOf } from '../../ui/charts/Plot';
import { useWidth } from '../../ui/useWidth';
import type { LayersResult } from '../../../lab/layers/layersResult';
import { rooflineData, rooflineRows } from '../../../lab/layers/layersResult';
import styles from './Layers.module.css';

const margin = { left: 64, right: 16, top: 28, bottom: 46 };
const height = 420;
const oneDecimal = { maximumSignificantDigits: 3 } as const;

/** Every layer with multiply-adds under the two lines that the device cannot pass. */
export function RooflineFigure({ result }: { readonly result: LayersResult }) {
  const { i18n, t } = useLingui();
  const number = useNumberText(oneDecimal);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 720);
  const { peaks } = result.report;
  const box = plotBoxOf({ width, height, margin });
  const roofline = rooflineOf(rooflineData(result), peaks, box.inner);
  const arithmetic = shortNumberText(peaks.macsPerSecond, i18n.locale);
  const bandwidth = shortNumberText(peaks.bytesPerSecond, i18n.locale);
  const pointCount = roofline.points.length;
  const ridge = number(roofline.ridge.intensity);
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
      <div ref={frame}>
        <Plot
          box={box}
          name={t`${pointCount} layers below a peak of ${arithmetic} multiply-adds and ${bandwidth} bytes per second`}
          xTicks={roofline.xTicks}
          yTicks={roofline.yTicks}
          xText={number}
          yText={(value) => shortNumberText(Number(value.toPrecision(3)), i18n.locale)}
          xName={t`multiply-adds per byte moved`}
          yName={t`multiply-adds per second`}
          yNameIs="above"
        >
          <path className={styles['roof']} d={roofline.roof} />
          <Points roofline={roofline} result={result} />
        </Plot>
      </div>
    </Figure>
  );
}

/** What has no place on a logarithmic axis of multiply-adds. */
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

function Points({ roofline, result }: { readonly roofline: Roofline; readonly result: LayersResult }) {
  const { i18n } = useLingui();
  const nodes = new Map(result.graph.nodes.map((node) => [node.id, node]));
  return roofline.points.map(({ id, x, y, macsPerSecond }) => {
    const node = nodes.get(id);
    return (
      <circle
        key={id}
        data-point={id}
        className={`${styles['point'] ?? ''} ${node === undefined ? '' : toneClass(opTone(node))}`}
        cx={x}
        cy={y}
        r={5}
      >
        <title>{`${id}: ${shortNumberText(macsPerSecond, i18n.locale)} MACs/s`}</title>
      </circle>
    );
  });
}
