import { useLingui } from '@lingui/react/macro';
import { passPart } from '../../../viz/chapters/passPart';
import type { OpeningChannel, OpeningWire, ShuffleOpening as Drawing } from '../../../viz/chapters/shuffleOpening';
import { alongWire, shuffleOpening } from '../../../viz/chapters/shuffleOpening';
import { groupClass, groupLetter } from '../../explain/diagram/groupMark';
import { Opening } from '../../explain/page/Opening';
import styles from './ShuffleOpening.module.css';

/** The chapter's picture: grouped channels travel along the shuffle, and the next convolution reads all groups. */
export function ShuffleOpening() {
  const { t } = useLingui();
  return (
    <Opening title={t`The shuffle: every group gets some of each`} durationMs={3200}>
      {(progress, width) => <Picture progress={progress} width={width} />}
    </Opening>
  );
}

function Picture({ progress, width }: { readonly progress: number; readonly width: number }) {
  const { t } = useLingui();
  const drawing = shuffleOpening(width, 96);
  const { rows, wires, bands, box } = drawing;
  const [first, moved, second] = [
    passPart(progress, 0, 0.2),
    passPart(progress, 0.25, 0.75),
    passPart(progress, 0.78, 1),
  ];
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      width={drawing.width}
      height={drawing.height}
      role="img"
      aria-label={t`A grouped convolution of three groups, A, B and C; a shuffle that gives each new group channels of all three; and a second grouped convolution, whose outputs therefore depend on all three groups`}
    >
      <Wires wires={wires.first} share={first} className={styles.fine} />
      <Wires wires={wires.shuffle} share={moved} className={styles.wire} />
      <Wires wires={wires.second} share={second} className={styles.fine} />
      <Boxes channels={rows.input} box={box} />
      <Boxes channels={rows.grouped} box={box} opacity={first} />
      <Boxes
        channels={rows.shuffled.map((channel, index) => {
          const wire = wires.shuffle[index];
          if (wire === undefined) return channel;
          const { x, y } = alongWire(wire, moved);
          return { ...channel, x: x - box.width / 2, y: y - box.height * (1 - moved) };
        })}
        box={box}
        opacity={first}
      />
      <g opacity={second}>
        {rows.output.map(({ channel, x, y }) => (
          <Mixed key={channel} x={x} y={y} box={box} />
        ))}
      </g>
      <g className={styles.label}>
        <text y={bands.first}>{t`grouped 1×1`}</text>
        <text y={bands.shuffle}>{t`shuffle`}</text>
        <text y={bands.second}>{t`grouped 1×1`}</text>
      </g>
    </svg>
  );
}

type WiresProps = { readonly wires: readonly OpeningWire[]; readonly share: number; readonly className: string };

/** Wires that are drawn from above up to a share of their length. */
function Wires({ wires, share, className }: WiresProps) {
  if (share === 0) return null;
  return wires.map(({ group, path }, index) => (
    <path
      key={index}
      className={`${className} ${groupClass(group)}`}
      d={path}
      pathLength={1}
      {...(share < 1 ? { strokeDasharray: `${share} 1` } : {})}
    />
  ));
}

type BoxesProps = {
  readonly channels: readonly OpeningChannel[];
  readonly box: Drawing['box'];
  readonly opacity?: number;
};

/** A lettered box for each channel. */
function Boxes({ channels, box, opacity = 1 }: BoxesProps) {
  return (
    <g opacity={opacity}>
      {channels.map(({ channel, group, x, y }) => (
        <g key={channel} className={groupClass(group)} transform={`translate(${x} ${y})`}>
          <rect className={styles.box} width={box.width} height={box.height} rx={3} />
          <text
            className={styles.letter}
            x={box.width / 2}
            y={box.height / 2}
            fontSize={Math.min(15, box.height * 0.75)}
          >
            {groupLetter(group)}
          </text>
        </g>
      ))}
    </g>
  );
}

type MixedProps = { readonly x: number; readonly y: number; readonly box: Drawing['box'] };

/** An output channel that depends on all three groups. */
function Mixed({ x, y, box }: MixedProps) {
  const third = (box.width - 8) / 3;
  return (
    <>
      <rect className={styles.output} x={x} y={y} width={box.width} height={box.height} rx={3} />
      {[0, 1, 2].map((group) => (
        <rect
          key={group}
          className={`${styles.part} ${groupClass(group)}`}
          x={x + 4 + group * third}
          y={y + 4}
          width={third}
          height={box.height - 8}
        />
      ))}
    </>
  );
}
