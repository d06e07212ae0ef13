import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Quantity } from '../controls/Quantity';
import styles from './CostPanel.module.css';
import { costFigures } from './costFigures';
import { useConvention } from './useConvention';
import type { Counted } from './useExploration';

type CostPanelProps = {
  readonly block: Counted;
  /** What the block is called in the table's head. */
  readonly blockName: string;
  readonly replaced: Counted | undefined;
  readonly replacedName: string;
};

/** The costs of a block beside those of what it replaces, under the page's counting convention. */
export function CostPanel({ block, blockName, replaced, replacedName }: CostPanelProps) {
  const { i18n, t } = useLingui();
  const [convention] = useConvention();
  const ours = useMemo(() => costFigures(block, convention), [block, convention]);
  const theirs = replaced === undefined ? undefined : costFigures(replaced, convention);
  const rows = [
    { id: 'params', name: t`Params`, unit: '' },
    { id: 'operations', name: convention.perMac === 1 ? t`MACs` : t`FLOPs = 2 × MACs`, unit: '' },
    { id: 'memoryAccess', name: t`Memory access cost`, unit: t`elements` },
    { id: 'peakActivations', name: t`Peak activations`, unit: t`elements` },
    { id: 'intensity', name: t`Arithmetic intensity`, unit: t`MACs per element` },
  ] as const;
  const ratio = new Intl.NumberFormat(i18n.locale, { maximumSignificantDigits: 3 });
  return (
    <table className={styles['table']}>
      <caption className={styles['caption']}>{t`Cost of one image`}</caption>
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
        {rows.map(({ id, name, unit }) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {unit === '' ? null : <span className={styles['unit']}> {unit}</span>}
            </th>
            <td className={styles['ours']} data-figure={id}>
              <Quantity value={ours[id]} stops="plain" />
            </td>
            {theirs === undefined ? null : (
              <>
                <td data-figure={`${id}-replaced`}>
                  <Quantity value={theirs[id]} stops="plain" />
                </td>
                <td className={styles['ratio']}>
                  {theirs[id] === 0 ? '–' : `${ratio.format(ours[id] / theirs[id])} ×`}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
