import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Node } from '../../../nets/graph';
import { inputOf } from '../../../nets/graph';
import { convFlavour } from '../../../nets/op';
import type { Dot } from '../../../viz/chapters/channelWires';
import { channelWiresOf } from '../../../viz/chapters/channelWires';
import { opTone } from './opTone';
import { Sized } from '../../ui/Sized';
import { toneClass } from '../../ui/tone';
import { useOpWords } from './opWords';
import styles from './ChannelWiring.module.css';

const height = 168;
/** Px beside the dots of the first and last channel. */
const margin = 8;

/** A convolution's wiring: a wire for each pair of channels that it connects, with one output channel highlighted. */
export function ChannelWiring({ node }: { readonly node: Node }) {
  const { t } = useLingui();
  const wordsOf = useOpWords();
  const { op } = node;
  if (op.kind !== 'conv') return null;
  const inChannels = inputOf(node).shape.channels;
  const { outChannels, groups } = op;
  const count = (inChannels * outChannels) / groups;
  const perOutput = inChannels / groups;
  const kind = wordsOf(node).longName;
  return (
    <div className={styles.root}>
      <p className={styles.kind} data-flavour={convFlavour(op, inChannels)}>
        {kind}
      </p>
      <Sized>
        {(width) => {
          const drawn = width - 2 * margin;
          const wires = channelWiresOf({ inChannels, outChannels, groups }, drawn, height);
          const radius = Math.max(1.6, Math.min(5, (drawn / Math.max(inChannels, outChannels)) * 0.22));
          return (
            <svg
              className={`${styles.svg} ${toneClass(opTone(node))}`}
              width={drawn + 2 * margin}
              height={height + 60}
              viewBox={`${-margin} -26 ${drawn + 2 * margin} ${height + 60}`}
              role="img"
              aria-label={t`${kind}: ${plural(inChannels, { one: '# input channel', other: '# input channels' })} above, ${plural(outChannels, { one: '# output channel', other: '# output channels' })} below, ${plural(count, { one: '# kernel', other: '# kernels' })} in ${plural(groups, { one: '# group', other: '# groups' })}`}
            >
              {wires.groups.map((path, group) => (
                <path key={group} className={group % 2 === 0 ? styles.wires : styles.otherWires} d={path} />
              ))}
              <path className={styles.followed} d={wires.followed.path} />
              <Dots dots={wires.inputs} radius={radius} marked={wires.followed.inputs} />
              <Dots dots={wires.outputs} radius={radius} marked={[wires.followed.output]} />
              <text className={styles.label} x={0} y={-14}>
                {t`${inChannels} input channels`}
              </text>
              <text className={styles.label} x={0} y={height + 28}>
                {t`${outChannels} output channels`}
              </text>
              <text className={styles.count} x={drawn} y={-14}>
                {t`${plural(count, { one: '# kernel', other: '# kernels' })}`}
              </text>
              <text className={styles.marked} x={drawn} y={height + 28}>
                {perOutput === 1 ? t`each reads 1 input channel` : t`each reads ${perOutput} input channels`}
              </text>
            </svg>
          );
        }}
      </Sized>
      <p className={styles.note}>
        <Trans>
          Each line is a kernel: one weight if it is 1×1, nine if it is 3×3. Each weight is one multiply-add per output
          pixel.
        </Trans>
      </p>
    </div>
  );
}

function Dots({
  dots,
  radius,
  marked,
}: {
  readonly dots: readonly Dot[];
  readonly radius: number;
  readonly marked: readonly number[];
}) {
  return dots.map(({ x, y }, index) => (
    <circle key={index} className={marked.includes(index) ? styles.markedDot : styles.dot} cx={x} cy={y} r={radius} />
  ));
}
