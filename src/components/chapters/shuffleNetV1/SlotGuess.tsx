import { useLingui } from '@lingui/react/macro';
import { shuffledPositions } from '../../../viz/chapters/shuffleDrawing';
import { groupClass } from '../../explain/diagram/groupMark';
import { Sized } from '../../ui/Sized';
import styles from './SlotGuess.module.css';

type SlotGuessProps = {
  readonly groups: number;
  readonly channelsPerGroup: number;
  /** The channel to follow, from 0. */
  readonly channel: number;
  readonly isOpen: boolean;
  /** The position that was said. */
  readonly guess: number | undefined;
};

const height = 190;

/** A row of numbered channels above a row of numbered places; then where the shuffle moves each. */
export function SlotGuess(props: SlotGuessProps) {
  return <Sized>{(width) => <Picture {...props} width={width} />}</Sized>;
}

function Picture({
  groups,
  channelsPerGroup,
  channel,
  isOpen,
  guess,
  width,
}: SlotGuessProps & { readonly width: number }) {
  const { t } = useLingui();
  const positions = shuffledPositions({ groups, channelsPerGroup });
  const pitch = Math.min(44, (width - 6) / (positions.length + 0.4 * (groups - 1)));
  const side = pitch - 3;
  const left = (place: number): number => 3 + pitch * (place + 0.4 * Math.floor(place / channelsPerGroup));
  const middle = (place: number): number => left(place) + side / 2;
  const [top, bottom] = [24, height - side - 30];
  const landed = positions[channel] ?? 0;
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={
        isOpen
          ? t`Channel ${channel} moves to position ${landed}`
          : t`Channel ${channel} of a row, and the places below it`
      }
    >
      {isOpen
        ? positions.map((to, from) => (
            <path
              key={from}
              className={
                from === channel ? styles.followed : `${styles.wire} ${groupClass(Math.floor(from / channelsPerGroup))}`
              }
              d={`M${middle(from)} ${top + side}C${middle(from)} ${(top + side + bottom) / 2} ${middle(to)} ${(top + side + bottom) / 2} ${middle(to)} ${bottom}`}
            />
          ))
        : null}
      {positions.map((_, from) => (
        <g key={from} className={groupClass(Math.floor(from / channelsPerGroup))}>
          <rect
            className={from === channel ? styles.asked : styles.box}
            x={left(from)}
            y={top}
            width={side}
            height={side}
            rx={3}
          />
          <text className={styles.number} x={middle(from)} y={top + side / 2}>
            {from}
          </text>
          <rect className={styles.place} x={left(from)} y={bottom} width={side} height={side} rx={3} />
          <text className={styles.position} x={middle(from)} y={bottom + side + 15}>
            {from}
          </text>
        </g>
      ))}
      {isOpen ? <rect className={styles.landed} x={left(landed)} y={bottom} width={side} height={side} rx={3} /> : null}
      {guess === undefined || positions[guess] === undefined ? null : (
        <rect
          className={isOpen ? styles.miss : styles.guess}
          x={left(guess) - 2}
          y={bottom - 2}
          width={side + 4}
          height={side + 4}
          rx={4}
        />
      )}
    </svg>
  );
}
