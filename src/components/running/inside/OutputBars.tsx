import { useLingui } from '@lingui/react/macro';
import { useLabelText } from '../labels/useLabelText';
import { fixedText, wholePercentText } from '../../ui/numberText';
import { likeliestOf } from './likeliestOf';
import styles from './OutputBars.module.css';

type OutputBarsProps = {
  /** One number for each class, before softmax. */
  readonly logits: ArrayLike<number>;
  /** Null where the weights are random. */
  readonly labels: readonly string[] | null;
  readonly name: string;
};

/** The likeliest outputs of a classifier by name, with their logits and what softmax makes of them. */
export function OutputBars({ logits, labels, name }: OutputBarsProps) {
  const { i18n } = useLingui();
  const labelText = useLabelText();
  return (
    <ol className={styles.bars} aria-label={name}>
      {likeliestOf(logits, 10).map(({ index, logit, probability }) => {
        const label = labels?.[index] ?? String(index);
        return (
          <li key={index} className={styles.row}>
            <span className={styles.label}>{labelText(label) ?? label}</span>
            <span className={styles.track} aria-hidden="true">
              <span style={{ inlineSize: `${String(100 * probability)}%` }} />
            </span>
            <span>{wholePercentText(probability, i18n.locale)}</span>
            <span className={styles.logit}>{fixedText(logit, i18n.locale, 2)}</span>
          </li>
        );
      })}
    </ol>
  );
}
