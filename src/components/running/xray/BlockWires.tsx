import type { Node } from '../../../nets/graph';
import type { BlockCard, BlockLayout, Wiring } from '../../../viz/maps/blockLayout';
import { litWires } from '../../../viz/maps/litWires';
import { opTone } from '../../explain/diagram/opTone';
import { useOpWords } from '../../explain/diagram/opWords';
import { toneClass } from '../../ui/tone';
import styles from './BlockLevel.module.css';

type LinksProps = { readonly layout: BlockLayout; readonly byId: ReadonlyMap<string, Node> };

/** What reads what, as wires. */
export function Links({ layout, byId }: LinksProps) {
  return (
    <svg className={styles.links} width={layout.width} height={layout.height} aria-hidden="true">
      {layout.links.map((link) => {
        const node = byId.get(link.to);
        return (
          <path
            key={`${link.from} ${link.to}`}
            className={node === undefined ? '' : toneClass(opTone(node))}
            d={link.path}
            data-bow={link.isBow}
            data-mixes={node !== undefined && wiringOf(node).kind === 'all'}
          />
        );
      })}
    </svg>
  );
}

/** A channel of a tensor that is pointed at. */
export type LitChannel = { readonly id: string; readonly channel: number };

/** The wires by which one channel comes, and those of its own by which it goes on. */
export function LitWires({ layout, byId, lit }: LinksProps & { readonly lit: LitChannel | null }) {
  if (lit === null) return null;
  const end = (id: string): { readonly card: BlockCard; readonly channels: number } | undefined => {
    const card = layout.cards.find((each) => each.id === id);
    const node = byId.get(id);
    return card === undefined || node === undefined ? undefined : { card, channels: node.shape.channels };
  };
  const paths = layout.links.flatMap(({ from, to, isBow }) => {
    const [a, b, node] = [end(from), end(to), byId.get(to)];
    if (isBow || a === undefined || b === undefined || node === undefined) return [];
    const wiring = wiringOf(node);
    const isNext = from === lit.id && wiring.kind === 'own' && a.channels === b.channels;
    return to === lit.id || isNext ? [{ node, d: litWires(a, b, wiring, lit.channel) }] : [];
  });
  return (
    <svg className={styles.links} data-lit width={layout.width} height={layout.height} aria-hidden="true">
      {paths.map(({ node, d }) => (
        <path key={`${node.id} ${d}`} className={toneClass(opTone(node))} d={d} />
      ))}
    </svg>
  );
}

/** What is computed, on the wires by which it is. */
export function OpChips({ layout, byId }: LinksProps) {
  const opWords = useOpWords();
  return layout.links.map(({ from, to, chip }, at) => {
    const node = byId.get(to);
    // One that reads several is named once.
    const isFirst = layout.links.findIndex((link) => link.to === to && link.chip !== null) === at;
    return chip === null || node === undefined || !isFirst ? null : (
      <span
        key={`${from} ${to}`}
        className={`${styles.chip} ${toneClass(opTone(node))}`}
        style={{ insetInlineStart: chip.x, insetBlockStart: chip.y, maxInlineSize: chip.room }}
      >
        {opWords(node).name}
      </span>
    );
  });
}

/** Which channels of its input each of its channels comes from. */
export function wiringOf({ op, inputs }: Node): Wiring {
  if (op.kind === 'fullyConnected') return { kind: 'all' };
  if (op.kind === 'channelShuffle') return { kind: 'shuffle', groups: op.groups };
  if (op.kind !== 'conv' || op.groups === inputs[0]?.shape.channels) return { kind: 'own' };
  return op.groups === 1 ? { kind: 'all' } : { kind: 'groups', groups: op.groups };
}
