import { Trans, useLingui } from '@lingui/react/macro';
import { slidingOf, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import type { Graph, Node } from '../../../nets/graph';
import { exactNumberText } from '../../ui/numberText';
import styles from './PixelLevel.module.css';

/** The same maps by a standard convolution and by its two halves, as arithmetic. arXiv:1704.04861, section 3.1. */
export function SplitCount({
  op,
  node,
  source,
  graph,
}: {
  readonly op: WeightLayer;
  readonly node: Node;
  readonly source: Node;
  readonly graph: Graph;
}) {
  const { i18n } = useLingui();
  const { kernel, groups } = slidingOf(op);
  const area = kernel[0] * kernel[1];
  const isStandard = groups === 1 && area > 1;
  if (!isStandard && groups !== source.shape.channels) return null;
  // A depthwise layer leaves the mixing of channels to the pointwise one after it.
  const last = isStandard ? node : pointwiseAfter(graph, node);
  if (last === undefined) return null;
  const [from, to] = [source.shape.channels, last.shape.channels];
  const pixels = node.shape.height * node.shape.width;
  const standard = area * from * to * pixels;
  const [depthwise, pointwise] = [area * from * pixels, from * to * pixels];
  const most = Math.max(standard, depthwise + pointwise);
  const text = (value: number): string => exactNumberText(value, i18n.locale);
  return (
    <dl className={styles.split}>
      <dt>
        <Trans>
          {from} → {to} maps by one standard {kernel[0]} × {kernel[1]}
        </Trans>
      </dt>
      <dd>
        <span style={{ inlineSize: `${String((60 * standard) / most)}%` }} />
        {text(standard)}
      </dd>
      <dt>
        <Trans>by depthwise, then pointwise</Trans>
      </dt>
      <dd>
        <span data-kind="depthwise" style={{ inlineSize: `${String((60 * depthwise) / most)}%` }} />
        <span data-kind="pointwise" style={{ inlineSize: `${String((60 * pointwise) / most)}%` }} />
        {text(depthwise)} + {text(pointwise)}
      </dd>
    </dl>
  );
}

/** The first pointwise convolution that reads what a depthwise one computes, past norms, activations and gates. */
function pointwiseAfter({ nodes }: Graph, depthwise: Node): Node | undefined {
  const reached = new Set([depthwise]);
  for (const node of nodes) {
    const { op, shape, inputs } = node;
    if (!inputs.some((input) => reached.has(input)) || shape.height !== depthwise.shape.height) continue;
    if (op.kind === 'conv') return op.kernel[0] * op.kernel[1] === 1 ? node : undefined;
    if (op.kind !== 'activation' && op.kind !== 'scale') return undefined;
    reached.add(node);
  }
  return undefined;
}
