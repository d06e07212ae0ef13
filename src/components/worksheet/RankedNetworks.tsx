import { Trans, useLingui } from '@lingui/react/macro';
import { summaryRows } from '../chapters/summary/summaryRows';
import { tableState } from '../chapters/summary/tableState';
import { useAddress } from '../ui/address/useAddress';
import { exactNumberText, fixedText, shortNumberText } from '../ui/numberText';
import { RankPlaces } from './RankPlaces';
import { CostHeads } from './CostHeads';
import styles from './WorksheetPage.module.css';

/** The networks of the course at the width and resolution of the address: their ranks are to be drawn, the first is solved. */
export function RankedNetworks({ isAnswered }: { readonly isAnswered: boolean }) {
  const { i18n, t } = useLingui();
  const [{ width, resolution }] = useAddress(tableState.parsers, tableState.urlKeys);
  const rows = summaryRows(Number(width), resolution === 'own' ? null : Number(resolution));
  const short = (value: number) => (
    <span title={exactNumberText(value, i18n.locale)}>{shortNumberText(value, i18n.locale)}</span>
  );
  return (
    <section className={`${styles.task} ${styles.ranked}`}>
      <h3>
        <b>1</b>{' '}
        <Trans>
          Divide multiply-adds by memory access. Then join the places of each network in the three orders, the least on
          top. The first network is solved.
        </Trans>
      </h3>
      <table className={styles.count} data-columns="five">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Network</Trans>
            </th>
            <CostHeads />
            <th scope="col">
              <Trans>MACs an element</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ model, choice, params, macs, memoryAccess, intensity }, index) => (
            <tr key={model.id}>
              <th scope="row">
                {model.name}
                <span className={styles.shapes}>{`${String(choice['resolution'])} px`}</span>
              </th>
              <td>{short(params)}</td>
              <td>{short(macs)}</td>
              <td>{short(memoryAccess)}</td>
              <td>{isAnswered || index === 0 ? fixedText(intensity, i18n.locale, 1) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <RankPlaces
        name={t`Places of the networks by params, by multiply-adds and by memory access`}
        prices={[
          { head: t`Params`, order: orderOf(rows, ({ params }) => params) },
          { head: t`Multiply-adds`, order: orderOf(rows, ({ macs }) => macs) },
          { head: t`Memory access`, order: orderOf(rows, ({ memoryAccess }) => memoryAccess) },
        ]}
        solved={isAnswered ? rows.map(({ model }) => model.name) : rows.slice(0, 1).map(({ model }) => model.name)}
      />
    </section>
  );
}

type Row = ReturnType<typeof summaryRows>[number];

/** Names of the networks, the one with the least first. */
function orderOf(rows: readonly Row[], price: (row: Row) => number): readonly string[] {
  return rows.toSorted((a, b) => price(a) - price(b)).map(({ model }) => model.name);
}
