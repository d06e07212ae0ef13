import { useLingui } from '@lingui/react/macro';
import { Fragment, useMemo, useState } from 'react';
import { Quantity } from '../../ui/Quantity';
import { CostBreakdown } from './CostBreakdown';
import { costParts } from './costBreakdown';
import styles from './CostTable.module.css';
import type { CostFigures } from './costFigures';
import { costFigures } from './costFigures';
import { useConvention } from './useConvention';
import { useCostRows } from './useCostRows';
import { useRatioText } from './useRatioText';
import type { Counted } from '../../../nets/readings/cost';

type CostTableProps = {
  readonly block: Counted;
  /** The block's name in the table header. */
  readonly blockName: string;
  readonly replaced?: Counted | undefined;
  readonly replacedName?: string;
  /** Called with the node of a pressed part of a total. */
  readonly onSelect?: (nodeId: string) => void;
};

/**
 * The costs of a block beside those of the block that it replaces, under the page's counting convention. Pressing a
 * total shows the layers that it sums.
 */
export function CostTable({ block, blockName, replaced, replacedName = '', onSelect }: CostTableProps) {
  const { t } = useLingui();
  const [convention] = useConvention();
  const [opened, setOpened] = useState<keyof CostFigures | undefined>(undefined);
  const ours = useMemo(() => costFigures(block, convention), [block, convention]);
  const theirs = useMemo(() => replaced && costFigures(replaced, convention), [replaced, convention]);
  const ratioText = useRatioText();
  const columns = theirs === undefined ? 2 : 4;
  return (
    <table className={styles.table}>
      <caption>{t`Cost per image`}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{blockName}</th>
          {theirs === undefined ? null : (
            <>
              <th scope="col">{replacedName}</th>
              <th scope="col">{t`Ratio`}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {useCostRows(convention).map(({ id, name, unit }) => (
          <Fragment key={id}>
            <tr>
              <th scope="row">
                {name}
                {unit === '' ? null : <span className={styles.unit}> {unit}</span>}
              </th>
              <td className={styles.ours} data-figure={id} data-value={ours[id]}>
                {id === 'intensity' ? (
                  <Quantity value={ours[id]} stops="plain" />
                ) : (
                  <button
                    type="button"
                    className={styles.total}
                    aria-pressed={opened === id}
                    onClick={() => {
                      setOpened(opened === id ? undefined : id);
                    }}
                  >
                    <Quantity value={ours[id]} stops="plain" />
                  </button>
                )}
              </td>
              {theirs === undefined ? null : (
                <>
                  <td data-figure={`${id}-replaced`} data-value={theirs[id]}>
                    <Quantity value={theirs[id]} stops="plain" />
                  </td>
                  <td className={styles.ratio}>{ratioText(ours[id], theirs[id]) || '–'}</td>
                </>
              )}
            </tr>
            {opened === id && id !== 'intensity' ? (
              <tr>
                <td colSpan={columns} className={styles.breakdown}>
                  <CostBreakdown
                    name={name}
                    parts={costParts(block, id, convention)}
                    {...(onSelect === undefined ? {} : { onSelect })}
                  />
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
