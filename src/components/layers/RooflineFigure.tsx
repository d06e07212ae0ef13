import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { Roofline } from '../../viz/roofline';
import { rooflineOf } from '../../viz/roofline';
import { Figure } from '../controls/Figure';
import { shortNumberText, useNumberText } from '../controls/numberText';
import { opTone, toneClass } from '../explore/opTone';
import { useWidth } from '../explore/useWidth';
import type { LayersResult } from './layersResult';
import { rooflineData } from './layersResult';
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
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const roofline = rooflineOf(rooflineData(result), peaks, inner);
  const arithmetic = shortNumberText(peaks.macsPerSecond, i18n.locale);
  const bandwidth = shortNumberText(peaks.bytesPerSecond, i18n.locale);
  const pointCount = roofline.points.length;
  const ridge = number(roofline.ridge.intensity);
  return (
    <Figure
      title={t`Roofline of this device`}
      files={{ name: 'roofline' }}
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
            cache. Layers without multiply-adds are not in the picture.
          </Trans>
        </>
      }
    >
      <div ref={frame}>
        <svg
          className={styles['svg']}
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          width={width}
          height={height}
          role="img"
          aria-label={t`${pointCount} layers below a peak of ${arithmetic} multiply-adds and ${bandwidth} bytes per second`}
        >
          <g transform={`translate(${String(margin.left)} ${String(margin.top)})`}>
            <Axes roofline={roofline} inner={inner} />
            <path className={styles['roof']} d={roofline.roof} />
            <Points roofline={roofline} result={result} />
          </g>
        </svg>
      </div>
    </Figure>
  );
}

type AxesProps = { readonly roofline: Roofline; readonly inner: { readonly width: number; readonly height: number } };

function Axes({ roofline, inner }: AxesProps) {
  const { i18n, t } = useLingui();
  const number = useNumberText(oneDecimal);
  return (
    <>
      {roofline.yTicks.map(({ value, at }) => (
        <g key={value} className={styles['tick']}>
          <line x1={0} x2={inner.width} y1={at} y2={at} />
          <text x={-8} y={at + 4} textAnchor="end">
            {shortNumberText(Number(value.toPrecision(3)), i18n.locale)}
          </text>
        </g>
      ))}
      {roofline.xTicks.map(({ value, at }) => (
        <g key={value} className={styles['tick']}>
          <line x1={at} x2={at} y1={0} y2={inner.height} />
          <text x={at} y={inner.height + 18} textAnchor="middle">
            {number(value)}
          </text>
        </g>
      ))}
      <text className={styles['axis']} x={inner.width} y={inner.height + 38} textAnchor="end">
        {t`multiply-adds per byte moved`}
      </text>
      <text className={styles['axis']} x={4 - margin.left} y={-12}>
        {t`multiply-adds per second`}
      </text>
    </>
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
