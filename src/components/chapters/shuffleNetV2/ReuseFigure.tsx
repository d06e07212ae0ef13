import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Graph } from '../../../nets/graph';
import type { ReuseDrawing, ReuseWire } from '../../../viz/chapters/reuseDrawing';
import { reuseDrawing } from '../../../viz/chapters/reuseDrawing';
import { Sized } from '../../ui/Sized';
import { groupClass } from '../../explain/diagram/groupMark';
import styles from './ReuseFigure.module.css';

/** Units of version 2, each channel numbered by the unit that made it; the input's path is bold. */
export function ReuseFigure({ graph }: { readonly graph: Graph }) {
  return <Sized>{(width) => <Picture graph={graph} width={width} />}</Sized>;
}

function Picture({ graph, width }: { readonly graph: Graph; readonly width: number }) {
  const { t } = useLingui();
  const drawing = reuseDrawing(graph, width);
  const channels = graph.input.shape.channels;
  const units = drawing.blocks.length;
  const untouched = drawing.made[0] ?? 0;
  return (
    <svg
      className={styles.svg}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={t`${channels} channels through ${plural(units, { one: '# unit', other: '# units' })}: ${plural(untouched, { one: '# arrives', other: '# arrive' })} untouched`}
    >
      {inputLast(drawing.wires).map(({ id, maker, path }) => (
        <path key={id} className={`${maker === 0 ? styles.kept : styles.wire} ${groupClass(maker)}`} d={path} />
      ))}
      {drawing.blocks.map(({ unit, x, y, width: wide, height }) => (
        <g key={unit} className={groupClass(unit)}>
          <rect className={styles.block} x={x} y={y} width={wide} height={height} rx={4} />
          <text className={styles.blockName} x={x + wide / 2} y={y + height / 2}>
            {t`unit ${unit}: convolutions`}
          </text>
        </g>
      ))}
      <Cells drawing={drawing} />
    </svg>
  );
}

function inputLast(wires: readonly ReuseWire[]): readonly ReuseWire[] {
  return [...wires].sort((a, b) => b.maker - a.maker);
}

function Cells({ drawing }: { readonly drawing: ReuseDrawing }) {
  const { rows, cellWidth, cellHeight } = drawing;
  const size = Math.min(15, cellWidth * 0.95);
  return rows.map(({ id, y, cells }) => (
    <g key={id}>
      {cells.map(({ channel, x, maker }) => (
        <g key={channel} className={groupClass(maker)}>
          <rect
            className={maker === 0 ? styles.keptCell : styles.cell}
            x={x + 0.75}
            y={y}
            width={cellWidth - 1.5}
            height={cellHeight}
            rx={2}
          />
          <text
            className={maker === 0 ? styles.keptNumber : styles.number}
            x={x + cellWidth / 2}
            y={y + cellHeight / 2}
            fontSize={size}
          >
            {maker}
          </text>
        </g>
      ))}
    </g>
  ));
}
