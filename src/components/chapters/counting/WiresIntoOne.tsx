import { useLingui } from '@lingui/react/macro';
import { Sized } from '../../ui/Sized';
import styles from './WiresIntoOne.module.css';

type WiresIntoOneProps = {
  readonly channels: number;
  readonly groups: number;
  /** The output channel that is asked for, from 1. */
  readonly output: number;
  readonly isOpen: boolean;
  /** How many input channels were said to be read. */
  readonly guess: number | undefined;
};

/** Px: from the top to the inputs, from there to the outputs, and the size of a channel. */
const [top, drop, box] = [34, 150, 24];

/** Channels in and out of a grouped convolution. The wires into one output show with the answer. */
export function WiresIntoOne({ channels, groups, output, isOpen, guess }: WiresIntoOneProps) {
  const { t } = useLingui();
  const perGroup = channels / groups;
  const group = Math.floor((output - 1) / perGroup);
  const isRead = (channel: number): boolean => Math.floor(channel / perGroup) === group;
  const name = isOpen
    ? t`Output channel ${output} reads ${perGroup} of ${channels} input channels`
    : t`${channels} input channels and ${channels} output channels in ${groups} groups; output channel ${output} is marked`;
  return (
    <Sized>
      {(width) => {
        const step = Math.min(46, (width - box - 4) / (channels + (groups - 1) * 0.4));
        const size = Math.min(box, step - 4);
        const x = (channel: number): number => 2 + channel * step + Math.floor(channel / perGroup) * step * 0.4;
        const indices = Array.from({ length: channels }, (_, channel) => channel);
        const target = x(output - 1) + size / 2;
        // A guess is a bracket over as many channels, from the first of the group on where they fit.
        const first = Math.min(group * perGroup, channels - (guess ?? 0));
        return (
          <svg className={styles.svg} width={width} height={top + drop + 62} role="img" aria-label={name}>
            {guess === undefined ? null : (
              <path
                className={styles.guess}
                data-miss={isOpen && guess !== perGroup}
                d={`M${x(first)} ${top - 8}v-8H${x(first + guess - 1) + size}v8`}
              />
            )}
            {indices.map((channel) => (
              <g key={channel}>
                {isOpen && isRead(channel) ? (
                  <path className={styles.wire} d={`M${x(channel) + size / 2} ${top + size}L${target} ${top + drop}`} />
                ) : null}
                <rect
                  className={styles.channel}
                  data-read={isOpen && isRead(channel)}
                  {...{ x: x(channel), y: top, width: size, height: size, rx: 3 }}
                />
                <rect
                  className={styles.channel}
                  data-read={channel === output - 1}
                  {...{ x: x(channel), y: top + drop, width: size, height: size, rx: 3 }}
                />
              </g>
            ))}
            <text x={target} y={top + drop + size + 22} textAnchor="middle">
              {t`output ${output}`}
            </text>
          </svg>
        );
      }}
    </Sized>
  );
}
