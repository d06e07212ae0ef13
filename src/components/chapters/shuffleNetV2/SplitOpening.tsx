import { useLingui } from '@lingui/react/macro';
import { passPart } from '../../../viz/chapters/passPart';
import type { SplitChannel, SplitOpening as Drawing } from '../../../viz/chapters/splitOpening';
import { splitOpening, splitPlace } from '../../../viz/chapters/splitOpening';
import { Opening } from '../../explain/page/Opening';
import { toneClass } from '../../ui/tone';
import styles from './SplitOpening.module.css';

/** The chapter's picture: half of the channels pass by, the other half is computed anew, and the shuffle mixes both. */
export function SplitOpening() {
  const { t } = useLingui();
  return (
    <Opening title={t`Half of the channels pass by untouched`} durationMs={3400}>
      {(progress, width) => <Picture progress={progress} width={width} />}
    </Opening>
  );
}

/** When each leg of the way starts and ends, as shares of the pass. */
const legs = [
  [0, 0],
  [0.04, 0.2],
  [0.24, 0.66],
  [0.7, 1],
] as const;

function Picture({ progress, width }: { readonly progress: number; readonly width: number }) {
  const { t } = useLingui();
  const drawing = splitOpening(width);
  const shareOf = (leg: number): number => {
    const [from, to] = legs[leg] ?? [0, 1];
    return passPart(progress, from, to);
  };
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${width} ${drawing.height}`}
      width={width}
      height={drawing.height}
      role="img"
      aria-label={t`A unit of ShuffleNet V2: the channels are split, one half passes by, the other half goes through a 1×1, a depthwise 3×3 and a 1×1, both are concatenated, and the shuffle alternates them`}
    >
      {drawing.channels.map((channel) => (
        <Wires key={channel.channel} channel={channel} box={drawing.box} shareOf={shareOf} />
      ))}
      <Convs drawing={drawing} />
      {drawing.channels.map((channel) => (
        <Boxes key={channel.channel} channel={channel} box={drawing.box} shareOf={shareOf} />
      ))}
      {[t`input`, t`split`, t`concat`, t`shuffle`].map((name, station) => (
        <text
          key={station}
          className={styles.station}
          x={station === 0 ? 0 : station === 3 ? width : drawing.stations[station]}
          y={drawing.height - 10}
          textAnchor={station === 0 ? 'start' : station === 3 ? 'end' : 'middle'}
        >
          {name}
        </text>
      ))}
    </svg>
  );
}

function Convs({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useLingui();
  const names = ['1×1', '3×3', '1×1'];
  return drawing.convs.map(({ x, y, width, height }, index) => (
    <g key={index} className={toneClass(index === 1 ? 'depthwise' : 'pointwise')}>
      <rect className={styles.conv} x={x} y={y} width={width} height={height} rx={6} />
      <text className={styles.kernel} x={x + width / 2} y={y + height / 2 - (index === 1 && width > 78 ? 10 : 0)}>
        {names[index]}
      </text>
      {index === 1 && width > 78 ? (
        <text className={styles.kind} x={x + width / 2} y={y + height / 2 + 11}>
          {t`depthwise`}
        </text>
      ) : null}
    </g>
  ));
}

type ChannelProps = {
  readonly channel: SplitChannel;
  readonly box: Drawing['box'];
  readonly shareOf: (leg: number) => number;
};

/** The way that the channel has come. */
function Wires({ channel, box, shareOf }: ChannelProps) {
  const { places } = channel;
  return places.slice(1).map((to, index) => {
    const from = places[index];
    const share = shareOf(index + 1);
    if (from === undefined || share === 0) return null;
    const [startX, startY] = [from.x + box.width, from.y + box.height / 2];
    const [endX, endY] = [startX + (to.x - startX) * share, startY + (to.y - from.y) * share];
    const isNew = channel.isComputed && index === 2;
    return (
      <path
        key={index}
        className={`${styles.wire} ${isNew ? toneClass('pointwise') : styles.untouched}`}
        d={`M${startX} ${startY}L${endX} ${endY}`}
      />
    );
  });
}

/** The channel at each station that it has reached, and where it is now. */
function Boxes({ channel, box, shareOf }: ChannelProps) {
  const { isComputed, places } = channel;
  const { x, y, reached } = splitPlace(channel, shareOf);
  const drawn = [...places.slice(0, reached).map((place) => ({ ...place })), { x, y }];
  return drawn.map((place, index) => (
    <rect
      key={index}
      // It is hidden behind the convolutions on its way, and comes out as another.
      opacity={isComputed && index === reached && reached === 2 && shareOf(2) > 0 ? 0 : 1}
      className={
        isComputed && index >= 2 && reached >= 3 ? `${styles.computed} ${toneClass('pointwise')}` : styles.kept
      }
      x={place.x}
      y={place.y}
      width={box.width}
      height={box.height}
      rx={3}
    />
  ));
}
