import { useLingui } from '@lingui/react/macro';
import type { ShuffleDrawing, ShuffleStage } from '../../../viz/chapters/shuffleDrawing';
import { shuffleDrawing } from '../../../viz/chapters/shuffleDrawing';
import { Sized } from '../../ui/Sized';
import { useIsPresented } from '../../ui/useIsPresented';
import { groupClass, groupLetter } from '../../explain/diagram/groupMark';
import styles from './ShuffleFigure.module.css';

type ShuffleFigureProps = {
  readonly groups: number;
  readonly channelsPerGroup: number;
  readonly stage: ShuffleStage;
};

/** Px that the drawing is high at most on a screen, where it stands in large type. */
const maxPresented = 400;

/** The channel shuffle at one of its stages. Channels keep colour and letter and move smoothly between stages. */
export function ShuffleFigure(props: ShuffleFigureProps) {
  return <Sized>{(width) => <Picture {...props} width={width} />}</Sized>;
}

function Picture({ groups, channelsPerGroup, stage, width }: ShuffleFigureProps & { readonly width: number }) {
  const { t } = useLingui();
  const drawing = shuffleDrawing(
    { groups, channelsPerGroup },
    stage,
    width,
    useIsPresented() ? maxPresented : undefined,
  );
  const order = [...drawing.cells]
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map((cell) => groupLetter(cell.group))
    .join('');
  const names: Readonly<Record<ShuffleStage, string>> = {
    grouped: t`A row of ${groups} groups of ${channelsPerGroup} channels: ${order}`,
    reshaped: t`A table of ${groups} rows and ${channelsPerGroup} columns, a group in each row: ${order}`,
    transposed: t`A table of ${channelsPerGroup} rows and ${groups} columns, a channel of every group in each row: ${order}`,
    flattened: t`The rows of the table one after another, so that every new group holds channels of the old ones: ${order}`,
  };
  return (
    <svg
      className={styles.svg}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={names[stage]}
    >
      <Rows drawing={drawing} stage={stage} />
      <Table drawing={drawing} stage={stage} />
      <Wires drawing={drawing} isShown={stage === 'flattened'} />
      <Cells drawing={drawing} channelsPerGroup={channelsPerGroup} />
    </svg>
  );
}

type PartProps = { readonly drawing: ShuffleDrawing; readonly stage: ShuffleStage };

/** The channels' places before and after, with their groups. */
function Rows({ drawing, stage }: PartProps) {
  const { cell, before, after, groupsBefore, groupsAfter, topRow, bottomRow, height } = drawing;
  return (
    <>
      {before.map((x, channel) => (
        <rect
          key={channel}
          className={styles.slot}
          x={x + 1}
          y={topRow + 1}
          width={cell - 2}
          height={cell - 2}
          rx={3}
        />
      ))}
      {after.map((x, channel) => (
        <rect
          key={channel}
          className={styles.slot}
          x={x + 1}
          y={bottomRow + 1}
          width={cell - 2}
          height={cell - 2}
          rx={3}
        />
      ))}
      {groupsBefore.map(({ group, x, width }) => (
        <text key={group} className={`${styles.groupName} ${groupClass(group)}`} x={x + width / 2} y={topRow - 12}>
          {groupLetter(group)}
        </text>
      ))}
      {groupsAfter.map(({ group, x, width }) => (
        <g key={group} className={stage === 'flattened' ? undefined : styles.waiting}>
          <path className={styles.bracket} d={`M${x + 2} ${bottomRow + cell + 4}v4h${width - 4}v-4`} />
          <text className={styles.nextName} x={x + width / 2} y={height - 7}>
            {group + 1}
          </text>
        </g>
      ))}
    </>
  );
}

function Table({ drawing, stage }: PartProps) {
  const { table, cell } = drawing;
  if (stage !== 'reshaped' && stage !== 'transposed') return null;
  const width = table.columns * cell;
  const height = table.rows * cell;
  return (
    <>
      <rect className={styles.table} x={table.x - 4} y={table.y - 4} width={width + 8} height={height + 8} rx={5} />
      <text className={styles.size} x={table.x - 12} y={table.y + height / 2}>
        {`${table.rows} × ${table.columns}`}
      </text>
    </>
  );
}

function Wires({ drawing, isShown }: { readonly drawing: ShuffleDrawing; readonly isShown: boolean }) {
  const { wires, topRow, bottomRow, cell } = drawing;
  const start = topRow + cell + 2;
  const end = bottomRow - 2;
  const middle = (start + end) / 2;
  return (
    <g className={isShown ? styles.wires : styles.hidden}>
      {wires.map(({ channel, group, from, to }) => (
        <path
          key={channel}
          className={`${styles.wire} ${groupClass(group)}`}
          d={`M${from} ${start}C${from} ${middle} ${to} ${middle} ${to} ${end}`}
        />
      ))}
    </g>
  );
}

type CellsProps = { readonly drawing: ShuffleDrawing; readonly channelsPerGroup: number };

function Cells({ drawing, channelsPerGroup }: CellsProps) {
  const { cell, cells } = drawing;
  const numbered = cell >= 24;
  return cells.map(({ channel, group, x, y }) => (
    <g key={channel} className={`${styles.cell} ${groupClass(group)}`} style={{ translate: `${x}px ${y}px` }}>
      <rect className={styles.box} x={1} y={1} width={cell - 2} height={cell - 2} rx={3} />
      <text
        className={styles.letter}
        x={cell / 2}
        y={cell / 2}
        fontSize={Math.min(15, cell * (numbered ? 0.46 : 0.68))}
      >
        {groupLetter(group)}
        {numbered ? <tspan className={styles.index}>{(channel % channelsPerGroup) + 1}</tspan> : null}
      </text>
    </g>
  ));
}
