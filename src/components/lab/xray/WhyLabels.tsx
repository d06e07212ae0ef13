import { Trans, useLingui } from '@lingui/react/macro';
import type { ClassMap } from '../../../nets/arithmetic/classMap';
import { likeliestOf } from '../../running/inside/likeliestOf';
import { useLabelText } from '../../running/labels/useLabelText';
import type { XrayedNetwork } from '../../running/xray/seen';
import { fixedText, wholePercentText } from '../../ui/numberText';
import styles from './XrayPage.module.css';

type WhyLabelsProps = {
  readonly network: XrayedNetwork;
  readonly logits: ArrayLike<number> | null;
  /** The label that is asked about. */
  readonly why: number | null;
  readonly classMap: ClassMap | null;
  /** Whether the network ends so that its logits can be taken apart by place. */
  readonly hasMap: boolean;
  readonly onWhy: (output: number | null) => void;
};

/** The five likeliest labels; one that is pressed lights up in the frame. */
export function WhyLabels({ network, logits, why, classMap, hasMap, onWhy }: WhyLabelsProps) {
  const { t, i18n } = useLingui();
  const labelText = useLabelText();
  if (logits === null) return null;
  const nameOf = (index: number): string => {
    const label = network.labels?.[index] ?? t`output ${index}`;
    return labelText(label) ?? label;
  };
  const text = (value: number): string => fixedText(value, i18n.locale, 3);
  return (
    <>
      <ol className={styles.guesses} aria-label={t`The five likeliest labels`}>
        {likeliestOf(logits, 5).map(({ index, probability }) => (
          <li key={index}>
            <button
              type="button"
              aria-pressed={why === index}
              disabled={!hasMap}
              onClick={() => onWhy(why === index ? null : index)}
            >
              <span>{nameOf(index)}</span>
              <span>{wholePercentText(probability, i18n.locale)}</span>
              <span className={styles.track}>
                <span style={{ inlineSize: `${String(100 * probability)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {!hasMap ? (
        <p className={styles.note}>
          <Trans>
            This network ends with fully connected layers over a flattened map, so its labels cannot be taken apart by
            place.
          </Trans>
        </p>
      ) : why === null ? (
        <p className={styles.note}>
          <Trans>Press a label to light up what feeds it.</Trans>
        </p>
      ) : classMap === null ? null : (
        <p className={styles.note}>
          {classMap.kind === 'exact' ? (
            <Trans>Exact arithmetic: after the last maps there are only a mean and one linear layer.</Trans>
          ) : classMap.kind === 'ownMap' ? (
            <Trans>Exact arithmetic: this class has a map of its own, whose mean is its logit.</Trans>
          ) : (
            <Trans>
              Exact for this frame: the activation between the last two layers is replaced by the factor that it has
              here.
            </Trans>
          )}
          <br />
          <span className={styles.sum}>
            <Trans>
              {classMap.values.length} places {text(classMap.values.reduce((sum, value) => sum + value, 0))} + bias{' '}
              {text(classMap.bias)} ={' '}
              <strong>{text(classMap.values.reduce((sum, value) => sum + value, classMap.bias))}</strong>
            </Trans>
          </span>
        </p>
      )}
    </>
  );
}
