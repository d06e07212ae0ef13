import { useLingui } from '@lingui/react/macro';
import { inventoryItem } from '../../../classroom/inventory';
import type { InventoryOutcome } from '../../../classroom/taskResult';
import { itemGains, type ItemGain } from '../../../lab/results/taskGroups';
import { fixedText, percentText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import styles from './CollectPage.module.css';

/** The concept inventory before and after, item by item, with the belief behind the commonest wrong answer. */
export function InventoryTable({ outcomes }: { readonly outcomes: readonly InventoryOutcome[] }) {
  const { t, i18n } = useLingui();
  const percent = (share: number) => percentText(share, i18n.locale, 0);
  const wrongText = ({ number, commonest }: ItemGain): string => {
    const option = inventoryItem(number)?.options.find(({ letter }) => letter === commonest?.said);
    if (commonest === undefined || option === undefined) return '–';
    const { count } = commonest;
    const [label, belief] = [option.label, option.misconception].map((words) =>
      words === undefined ? '' : i18n._(words),
    );
    return t`${count}× ${option.letter} “${label}”: ${belief}`;
  };
  return (
    <section className={styles.collection}>
      <h2>{t`Concept inventory, before and after`}</h2>
      <Table
        look="results"
        className={styles.table}
        label={t`Concept inventory, before and after`}
        fileName="concept-inventory"
        rows={itemGains(outcomes)}
        keyOf={({ number }) => number}
        columns={[
          {
            head: t`Item`,
            file: 'item',
            value: ({ number }) => number,
            show: ({ number }) => {
              const item = inventoryItem(number);
              return `${String(number)} ${item === undefined ? '' : i18n._(item.question)}`;
            },
          },
          { head: t`right before`, file: 'before', align: 'end', value: ({ before }) => before, format: percent },
          { head: t`right after`, file: 'after', align: 'end', value: ({ after }) => after, format: percent },
          {
            head: t`gain`,
            file: 'gain',
            align: 'end',
            value: ({ gain }) => gain,
            format: (gain) => fixedText(gain, i18n.locale, 2),
          },
          { head: t`commonest wrong answer`, file: 'commonestWrong', value: wrongText },
        ]}
        note={t`Gain: the share of the possible improvement that was made, (after − before) / (1 − before).`}
      />
    </section>
  );
}
