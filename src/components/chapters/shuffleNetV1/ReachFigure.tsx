import { useLingui } from '@lingui/react/macro';
import { valueAt, type Graph } from '../../../nets/graph';
import { contributorsOf } from '../../../nets/readings/contributors';
import type { ReachDrawing, ReachLink } from '../../../viz/chapters/reachDrawing';
import { reachDrawing } from '../../../viz/chapters/reachDrawing';
import { Sized } from '../../ui/Sized';
import { groupClass, groupLetter } from '../../explain/diagram/groupMark';
import styles from './ReachFigure.module.css';

type ReachFigureProps = {
  /** A stack of grouped convolutions, with or without shuffles. */
  readonly graph: Graph;
  /** The stack's title: with shuffle, without. */
  readonly title: string;
  /** The output channel whose inputs are highlighted, counted from 0. */
  readonly output: number;
  readonly onPick: (output: number) => void;
};

/** Highlights everything that reaches one output channel, from the bottom row up to the input. A click chooses the output. */
export function ReachFigure({ graph, title, output, onPick }: ReachFigureProps) {
  const { t } = useLingui();
  const lit = contributorsOf(graph, output);
  const reached = valueAt(lit, graph.input.id).size;
  const { channels } = graph.input.shape;
  return (
    <div className={styles.root}>
      <p className={styles.title}>
        {title}{' '}
        <span className={styles.count} data-reached={reached}>
          {t`${reached} of ${channels} input channels`}
        </span>
      </p>
      <Sized>
        {(width) => (
          <Picture
            drawing={reachDrawing(graph, lit, width)}
            name={t`${title}: ${reached} of ${channels} input channels reach output channel ${output}`}
            onPick={onPick}
          />
        )}
      </Sized>
    </div>
  );
}

type PictureProps = {
  readonly drawing: ReachDrawing;
  readonly name: string;
  readonly onPick: (output: number) => void;
};

function Picture({ drawing, name, onPick }: PictureProps) {
  const { width, height, links } = drawing;
  return (
    <svg
      className={styles.svg}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={name}
    >
      {litLast(links).map((link) => (
        <Link key={link.id} link={link} />
      ))}
      <Cells drawing={drawing} onPick={onPick} />
    </svg>
  );
}

/** Highlighted wires are drawn last, over the others. */
function litLast(links: readonly ReachLink[]): readonly ReachLink[] {
  return [...links].sort((a, b) => Number(a.lit) - Number(b.lit));
}

function Link({ link }: { readonly link: ReachLink }) {
  const tone = groupClass(link.group);
  if (link.kind === 'wire') {
    return <path className={`${link.lit ? styles.litWire : styles.wire} ${tone}`} d={link.path} />;
  }
  return (
    <g className={tone}>
      <path className={styles.wire} d={link.path} />
      <path className={styles.litWire} d={link.litPath} />
    </g>
  );
}

/** The last row accepts clicks; the slider beside the figure does the same from the keyboard. */
function Cells({ drawing, onPick }: { readonly drawing: ReachDrawing; readonly onPick: (output: number) => void }) {
  const { rows, cellWidth, cellHeight } = drawing;
  return rows.map(({ id, y, cells }, row) => (
    <g key={id}>
      {cells.map(({ channel, group, x, lit }) => (
        <g
          key={channel}
          className={groupClass(group)}
          {...(row === rows.length - 1
            ? {
                'data-output': channel,
                onClick: () => {
                  onPick(channel);
                },
              }
            : {})}
        >
          <rect
            className={lit ? styles.litCell : styles.cell}
            x={x + 0.75}
            y={y}
            width={cellWidth - 1.5}
            height={cellHeight}
            rx={2}
          />
          {cellWidth < 12 ? null : (
            <text className={lit ? styles.litName : styles.name} x={x + cellWidth / 2} y={y + cellHeight / 2}>
              {groupLetter(group)}
            </text>
          )}
        </g>
      ))}
    </g>
  ));
}
