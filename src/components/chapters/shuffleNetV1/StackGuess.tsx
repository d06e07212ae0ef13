import { useLingui } from '@lingui/react/macro';
import { stackWiring, type Wiring } from '../../../viz/chapters/stackWirings';
import { groupClass, groupLetter } from '../../explain/diagram/groupMark';
import { Sized } from '../../ui/Sized';
import styles from './StackGuess.module.css';

type StackGuessProps = {
  readonly groups: number;
  readonly channelsPerGroup: number;
  readonly wiring: Wiring;
  readonly isOpen: boolean;
  /** The number of inputs that was said to reach the first output. */
  readonly guess: number | undefined;
};

/** Two grouped convolutions without their wires, and one marked output; then the wires, and the inputs that reach it. */
export function StackGuess(props: StackGuessProps) {
  return <Sized>{(width) => <Picture {...props} width={width} />}</Sized>;
}

function Picture({ wiring, isOpen, guess, width, ...stack }: StackGuessProps & { readonly width: number }) {
  const { t } = useLingui();
  const { box, rows, wires, readBy, height } = stackWiring(stack, wiring, width);
  const { channelsPerGroup } = stack;
  const sources = new Set(readBy[0]?.map((channel) => Math.floor(channel / channelsPerGroup)));
  const [input = [], ...later] = rows;
  const reached = sources.size * channelsPerGroup;
  const count = input.length;
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={
        isOpen
          ? t`${reached} of ${count} input channels reach the marked output`
          : t`Two grouped convolutions, their connections not drawn; one output is marked`
      }
    >
      {isOpen
        ? wires.map(({ group, path }, index) => (
            <path
              key={index}
              className={`${sources.has(group) ? styles.wire : styles.dimWire} ${groupClass(group)}`}
              d={path}
            />
          ))
        : null}
      {[input, ...later].map((row, index) =>
        row.map(({ channel, group, x, y }) => {
          const isLast = index === rows.length - 1;
          const isDim = isOpen && index === 0 && !sources.has(group ?? -1);
          return (
            <g key={`${String(index)} ${String(channel)}`} className={groupClass(isLast ? 0 : (group ?? 0))}>
              <rect
                className={isLast ? (channel === 0 ? styles.marked : styles.output) : isDim ? styles.dim : styles.box}
                x={x}
                y={y}
                width={box.width}
                height={box.height}
                rx={2}
              />
              {!isLast && box.width >= 12 ? (
                <text className={isDim ? styles.dimLetter : styles.letter} x={x + box.width / 2} y={y + box.height / 2}>
                  {groupLetter(group ?? 0)}
                </text>
              ) : null}
            </g>
          );
        }),
      )}
      {guess === undefined ? null : <Bracket first={input[0]} last={input[guess - 1]} box={box} isOpen={isOpen} />}
    </svg>
  );
}

type BracketProps = {
  readonly first: { readonly x: number; readonly y: number } | undefined;
  readonly last: { readonly x: number } | undefined;
  readonly box: { readonly width: number; readonly height: number };
  readonly isOpen: boolean;
};

/** Around the inputs that were said to reach the output. */
function Bracket({ first, last, box, isOpen }: BracketProps) {
  if (first === undefined || last === undefined) return null;
  return (
    <rect
      className={isOpen ? styles.miss : styles.guess}
      x={first.x - 2}
      y={first.y - 1}
      width={last.x + box.width - first.x + 4}
      height={box.height + 4}
      rx={3}
    />
  );
}
