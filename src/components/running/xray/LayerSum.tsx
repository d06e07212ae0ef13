import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { channelOf, type MapValues } from '../../../nets/arithmetic/mapValues';
import { activated } from '../../../nets/arithmetic/pixel';
import type { Node } from '../../../nets/graph';
import type { Histogram } from '../../../nets/maps/histogram';
import { activationAfter } from '../../../lab/xray/place';
import { useOpWords } from '../../explain/diagram/opWords';
import { fixedText, wholePercentText } from '../../ui/numberText';
import { wholeTile } from '../../../viz/maps/tiling';
import styles from './LayerLevel.module.css';
import type { Point } from './MapGrid';
import { ActivationInputs } from './ActivationInputs';
import { ScaleLegend } from './ScaleLegend';
import { SingleMap } from './SingleMap';
import type { LevelProps } from './seen';

type SumProps = Pick<LevelProps, 'network'> & {
  /** What the engine computed. */
  readonly output: MapValues;
  /** Of the whole layer; null where they were not counted. */
  readonly counts: Histogram | null;
  readonly node: Node;
  readonly sum: Float64Array;
  readonly bias: number;
  readonly layerLimit: number;
  readonly channel: number;
  readonly point: Point | null;
  readonly onPoint: (point: Point | null) => void;
  readonly onOpen: (point: Point | null) => void;
};

/** What a map may take, px. */
const room = 192;

/** The sum with its bias, and what the activation makes of it. */
export function LayerSum({
  network,
  output,
  counts,
  node,
  sum,
  bias,
  layerLimit,
  channel,
  point,
  onPoint,
  onOpen,
}: SumProps) {
  const { t, i18n } = useLingui();
  const opWords = useOpWords();
  const after = activationAfter(network.graph, node);
  const limit = layerLimit;
  const { height, width } = node.shape;
  const map = { height, width, limit, point, onPoint, tile: wholeTile(room, width) };
  const differs = largestDifference(sum, channelOf(output, channel));
  const passed = useMemo(() => {
    const op = after?.op;
    return op?.kind === 'activation' ? sum.map((value) => activated(op.function, value)) : null;
  }, [after, sum]);
  return (
    <div className={styles.sum}>
      <div className={styles.step}>
        <p>
          <Trans>Sum, with bias {fixedText(bias, i18n.locale, 3)}</Trans>
          <br />
          <small>
            <Trans>Batch norm is folded into weights and bias.</Trans>
          </small>
        </p>
        <SingleMap {...map} flies isGoal values={sum} label={t`The sum`} action={t`Choose a value`} onOpen={onOpen} />
        <ScaleLegend limit={limit} />
      </div>
      <div className={styles.step}>
        <p>
          {after === undefined ? (
            <Trans>No activation: negative values pass on.</Trans>
          ) : (
            <Trans>After {opWords(after).name}</Trans>
          )}
        </p>
        {passed === null ? null : (
          <>
            <SingleMap
              {...map}
              values={passed}
              label={t`After the activation`}
              action={t`Choose a value`}
              onOpen={onOpen}
            />
            <p>
              <Zeros values={passed} />
            </p>
          </>
        )}
      </div>
      <div className={styles.wide}>
        {counts !== null && after?.op.kind === 'activation' ? (
          <ActivationInputs inputs={counts} function={after.op.function} name={opWords(after).name} />
        ) : null}
        <p className={styles.witness}>
          <Trans>
            Computed here from the maps and weights shown. The engine’s result differs by at most{' '}
            {differs === 0 ? '0' : differs.toExponential(0)} of the map’s largest value.
          </Trans>
        </p>
      </div>
    </div>
  );
}

function Zeros({ values }: { readonly values: Float64Array }) {
  const { i18n } = useLingui();
  const zeros = values.filter((value) => value === 0).length / values.length;
  const sixes = values.filter((value) => value === 6).length / values.length;
  if (zeros === 1) return <Trans>Silent on this frame: every value is 0.</Trans>;
  const zero = wholePercentText(zeros, i18n.locale);
  return sixes > 0 ? (
    <Trans>
      {zero} zeros, {wholePercentText(sixes, i18n.locale)} sixes on this frame
    </Trans>
  ) : (
    <Trans>{zero} zeros on this frame</Trans>
  );
}

/** Relative to the largest magnitude of the map. */
function largestDifference(computed: Float64Array, shown: Float64Array): number {
  const largest = shown.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  return computed.reduce((most, value, at) => Math.max(most, Math.abs(value - (shown[at] ?? 0))), 0) / largest;
}
