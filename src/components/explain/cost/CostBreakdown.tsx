import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import { percentText } from '../../ui/numberText';
import { Quantity } from '../../ui/Quantity';
import styles from './CostBreakdown.module.css';
import type { CostPart } from './costBreakdown';
import { opTone } from '../diagram/opTone';
import { toneClass } from '../../ui/tone';
import { useOpWords } from '../diagram/opWords';

type CostBreakdownProps = {
  /** Name of the total: `Memory access cost`. */
  readonly name: string;
  readonly parts: readonly CostPart[];
  /** Called with the node of a pressed part. */
  readonly onSelect?: (nodeId: string) => void;
};

/** Of more parts than this, only the largest are listed and the others are summed. */
const maxParts = 12;

/** A total by nodes: a bar for each node that contributes to it. */
export function CostBreakdown({ name, parts, onSelect }: CostBreakdownProps) {
  const { i18n, t } = useLingui();
  const wordsOf = useOpWords();
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  const largest = parts.length <= maxParts ? parts : [...parts].sort((a, b) => b.value - a.value).slice(0, maxParts);
  const othersCount = parts.length - largest.length;
  const others = total - largest.reduce((sum, { value }) => sum + value, 0);
  return (
    <div className={styles.root} role="group" aria-label={t`${name}, layer by layer`}>
      <ul className={styles.parts}>
        {largest.map(({ node, value }) => (
          <li key={node.id} className={`${styles.part} ${toneClass(opTone(node))}`}>
            <span className={styles.bar} style={{ inlineSize: `${(100 * value) / total}%` }} aria-hidden="true" />
            {onSelect === undefined ? (
              <span className={styles.layer}>{wordsOf(node).longName}</span>
            ) : (
              <AriaButton
                className={styles.layer}
                onPress={() => {
                  onSelect(node.id);
                }}
              >
                {wordsOf(node).longName}
              </AriaButton>
            )}
            <code className={styles.id}>{node.id}</code>
            <span className={styles.value}>
              <Quantity value={value} stops="plain" />
            </span>{' '}
            <span className={styles.share}>{percentText(value / total, i18n.locale)}</span>
          </li>
        ))}
      </ul>
      {othersCount > 0 ? (
        <p className={styles.others}>
          <Trans>
            and <Plural value={othersCount} one="# other" other="# others" /> with{' '}
            <Quantity value={others} stops="plain" /> together
          </Trans>
        </p>
      ) : null}
    </div>
  );
}
