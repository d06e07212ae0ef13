import { Trans, useLingui } from '@lingui/react/macro';
import type { Node } from '../../../nets/graph';
import type { Histogram } from '../../../nets/maps/histogram';
import type { SeenParts } from '../../../nets/maps/seenParts';
import { activationAfter } from '../../../lab/xray/place';
import { useOpWords } from '../../explain/diagram/opWords';
import { fixedText, wholePercentText } from '../../ui/numberText';
import styles from './LayerLevel.module.css';
import type { Point } from './MapGrid';
import { ActivationInputs } from './ActivationInputs';
import { QuantisedMap } from './QuantisedMap';
import { ScaleLegend } from './ScaleLegend';
import type { LevelProps } from './seen';

type SumProps = Pick<LevelProps, 'network'> & {
  readonly parts: SeenParts;
  /** The values of the whole layer before its activation; null where they were not counted. */
  readonly counts: Histogram | null;
  readonly node: Node;
  readonly point: Point | null;
  readonly onPoint: (point: Point | null) => void;
  readonly onOpen: (point: Point | null) => void;
};

/** What a map may take, px. */
const room = 192;

/** The sum with its bias, and what the activation makes of it. */
export function LayerSum({ network, parts, counts, node, point, onPoint, onOpen }: SumProps) {
  const { t, i18n } = useLingui();
  const opWords = useOpWords();
  const after = activationAfter(network.graph, node);
  const { bias, sums, differs } = parts;
  const map = { node, maps: sums, room, point, onPoint, onOpen, action: t`Choose a value` };
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
        <QuantisedMap {...map} flies isGoal index={0} label={t`The sum`} />
        <ScaleLegend limit={sums.limits[0] ?? 0} />
      </div>
      <div className={styles.step}>
        <p>
          {after === undefined ? (
            <Trans>No activation: negative values pass on.</Trans>
          ) : (
            <Trans>After {opWords(after).name}</Trans>
          )}
        </p>
        {after === undefined ? null : (
          <>
            <QuantisedMap {...map} index={1} label={t`After the activation`} />
            <p>
              <Zeros parts={parts} />
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

function Zeros({ parts: { zeros, sixes } }: { readonly parts: SeenParts }) {
  const { i18n } = useLingui();
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
