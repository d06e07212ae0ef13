import { Trans, useLingui } from '@lingui/react/macro';
import type { Cost } from '../../../nets/readings/cost';
import { sharesOf } from '../../../nets/readings/shares';
import { Bar } from '../../ui/Bar';
import { useNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { layerKindOf, type LayerKind } from './layerKinds';
import styles from './MacShares.module.css';

/** The paper's Table 2, width 1 at 224 px: percentages of mult-adds and of parameters. */
const printed: Readonly<Partial<Record<LayerKind, { readonly macs: string; readonly params: string }>>> = {
  pointwise: { macs: '94.86', params: '74.59' },
  depthwise: { macs: '3.06', params: '1.06' },
  standard: { macs: '1.19', params: '0.02' },
  fullyConnected: { macs: '0.18', params: '24.33' },
};

/** A network's multiply-adds and params by kind of layer, beside the paper's Table 2. */
export function MacShares({ cost }: { readonly cost: Cost }) {
  const { t } = useLingui();
  // Without batch norm, as in the paper.
  const shares = sharesOf(cost, layerKindOf, ({ weights, biases }) => weights + biases);
  const sorted = [...shares].sort((a, b) => b.macs - a.macs);
  const names: Readonly<Record<LayerKind, string>> = {
    pointwise: t`Pointwise 1×1`,
    depthwise: t`Depthwise 3×3`,
    standard: t`First layer 3×3`,
    fullyConnected: t`Fully connected`,
    grouped: t`Grouped`,
    groupedPointwise: t`Grouped 1×1`,
  };
  return (
    <Table
      look="numbers"
      className={styles.table}
      caption={t`Share of each kind of layer, in percent`}
      rows={sorted}
      keyOf={({ group }) => group}
      columns={[
        { head: null, value: ({ group }) => names[group] },
        {
          head: t`MACs`,
          show: ({ macsShare }) => <ShareBar fraction={macsShare} cost="macs" />,
          attributes: ({ group }) => ({ 'data-share': `${group}-macs` }),
        },
        {
          head: t`paper`,
          className: styles.printed,
          show: ({ group }) => (
            <>
              {printed[group]?.macs}
              {group === 'standard' ? <MisprintMark /> : null}
            </>
          ),
        },
        {
          head: t`Params`,
          show: ({ paramsShare }) => <ShareBar fraction={paramsShare} cost="params" />,
          attributes: ({ group }) => ({ 'data-share': `${group}-params` }),
        },
        { head: t`paper`, className: styles.printed, show: ({ group }) => printed[group]?.params },
      ]}
    />
  );
}

function MisprintMark() {
  return (
    <span className={styles.misprint}>
      <Trans>misprint of 1.91</Trans>
    </span>
  );
}

const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

function ShareBar({ fraction, cost }: { readonly fraction: number; readonly cost: 'macs' | 'params' }) {
  const number = useNumberText(twoDecimals);
  return (
    <>
      {number(fraction * 100)}
      <Bar fraction={fraction} className={`${styles.bar} ${styles[cost]}`} />
    </>
  );
}
