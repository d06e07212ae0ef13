import { useLingui } from '@lingui/react';
import type { RibbonLink } from '../../../viz/chapters/ribbon';
import { ribbonOf, ribbonPath } from '../../../viz/chapters/ribbon';
import { numberFormat } from '../../ui/numberText';
import { toneClass, type Tone } from '../../ui/tone';
import styles from './RibbonDrawing.module.css';

/** A layer of the ribbon: its words, and how much of it the data has passed, 0 to 1. */
export type DrawnLayer = RibbonLink & {
  readonly tone: Tone;
  readonly words: readonly string[];
  readonly share: number;
};

type RibbonDrawingProps = {
  /** Channels of the tensors, column by column. */
  readonly channels: readonly (readonly number[])[];
  readonly layers: readonly DrawnLayer[];
  readonly width: number;
  /** Without the line of numbers below. */
  readonly height: number;
};

/** Px below the bars for their numbers of channels. */
export const ribbonFoot = 26;

/** A block from left to right, for an `<svg>`: bars as high as tensors have channels, and layers in the colours of their ops. */
export function RibbonDrawing({ channels, layers, width, height }: RibbonDrawingProps) {
  const { i18n } = useLingui();
  const ribbon = ribbonOf(channels, layers, { width, height });
  return (
    <g className={styles.ribbon}>
      {layers.map(({ id, tone, words, share }, index) => {
        const layer = ribbon.layers[index];
        if (layer === undefined) return null;
        const { x, y } = layer.middle;
        return (
          <g key={id} className={toneClass(tone)} data-layer={id}>
            <path className={styles.layer} d={ribbonPath(layer, share)} />
            {words.map((line, row) => (
              <text
                key={row}
                className={row === 0 ? styles.name : styles.words}
                x={x}
                y={y + 5 + (row - (words.length - 1) / 2) * 20}
                opacity={share}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
      {ribbon.columns.map((column, index) => {
        const reached = index === 0 ? 1 : Math.max(...layers.map(({ to, share }) => (to[0] === index ? share : 0)));
        return column.map((bar, place) => (
          <g key={`${index} ${place}`} data-reached={reached === 1}>
            <rect className={styles.bar} x={bar.x} y={bar.y} width={bar.width} height={bar.height} rx={2} />
            {place === column.length - 1 ? (
              <text
                className={styles.count}
                x={bar.x + bar.width / 2}
                y={bar.y + bar.height + 20}
                textAnchor={index === 0 ? 'start' : index === ribbon.columns.length - 1 ? 'end' : 'middle'}
                dx={index === 0 ? -bar.width / 2 : index === ribbon.columns.length - 1 ? bar.width / 2 : 0}
              >
                {column.map((each) => numberFormat(i18n.locale).format(each.channels)).join(' + ')}
              </text>
            ) : null}
          </g>
        ));
      })}
    </g>
  );
}
