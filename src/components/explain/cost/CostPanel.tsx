import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Counted } from '../../../nets/readings/cost';
import { exactNumberText, shortNumberText } from '../../ui/numberText';
import { useTicking } from '../../ui/useTicking';
import type { GlossaryTerm } from '../glossary/glossary';
import { Term } from '../glossary/Term';
import styles from './CostPanel.module.css';
import { costFigures } from './costFigures';
import { useConvention } from './useConvention';
import { useCostRows } from './useCostRows';
import { useRatioText } from './useRatioText';

type CostPanelProps = {
  readonly block: Counted;
  readonly replaced?: Counted | undefined;
  /** What the reference is: `one 3×3`. */
  readonly replacedName?: string;
};

const shownFigures = ['params', 'operations', 'memoryAccess'] as const;
const costs = { params: 'params', operations: 'macs', memoryAccess: 'memory' } as const;

/**
 * The three costs of a block under the page's counting convention, each with a bar against the block that it replaces and
 * the ratio in words.
 */
export function CostPanel({ block, replaced, replacedName = '' }: CostPanelProps) {
  const { t } = useLingui();
  const [convention] = useConvention();
  const ours = useMemo(() => costFigures(block, convention), [block, convention]);
  const theirs = useMemo(() => replaced && costFigures(replaced, convention), [replaced, convention]);
  const rows = useCostRows(convention);
  return (
    <dl className={styles.panel} aria-label={t`Cost per image`}>
      {shownFigures.map((id) => (
        <Cost
          key={id}
          id={id}
          name={id === 'memoryAccess' ? t`Memory access` : (rows.find((row) => row.id === id)?.name ?? '')}
          term={id === 'operations' ? (convention.perMac === 1 ? 'macs' : 'flops') : id}
          value={ours[id]}
          reference={theirs?.[id]}
          referenceName={replacedName}
        />
      ))}
    </dl>
  );
}

type CostProps = {
  readonly id: (typeof shownFigures)[number];
  readonly name: string;
  readonly term: GlossaryTerm;
  readonly value: number;
  readonly reference: number | undefined;
  readonly referenceName: string;
};

function Cost({ id, name, term, value, reference, referenceName }: CostProps) {
  const { i18n } = useLingui();
  const ratioText = useRatioText();
  const ticking = useTicking(value);
  // Eleven characters are the most that a third of a narrow card has room for.
  const text = value < 1e9 ? exactNumberText(ticking, i18n.locale) : shortNumberText(ticking, i18n.locale);
  const most = Math.max(value, reference ?? 0, 1);
  return (
    <div className={styles.cost} data-cost={costs[id]}>
      <dt className={styles.name}>
        <Term of={term}>{name}</Term>
      </dt>
      <dd className={styles.value} data-figure={id} data-value={value}>
        {text}
      </dd>
      {reference === undefined ? null : (
        <>
          <dd className={styles.bar} aria-hidden="true">
            <span className={styles.fill} style={{ inlineSize: percent(value / most) }} />
            <span className={styles.mark} style={{ insetInlineStart: percent(reference / most) }} />
          </dd>
          <dd className={styles.words} data-figure={`${id}-replaced`} data-value={reference}>
            <strong>{ratioText(value, reference)}</strong>
            <span className={styles.reference}>
              {' · '}
              {referenceName}: <span className={styles.number}>{shortNumberText(reference, i18n.locale)}</span>
            </span>
          </dd>
        </>
      )}
    </div>
  );
}

function percent(fraction: number): string {
  return `${String(100 * fraction)}%`;
}
