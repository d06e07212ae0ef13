import { Trans, useLingui } from '@lingui/react/macro';
import { fixedText } from '../../ui/numberText';
import { Fold } from '../../ui/Fold';
import styles from './BlockLevel.module.css';

type GateTableProps = {
  readonly gates: ArrayLike<number>;
  /** On the other photo. */
  readonly others: ArrayLike<number> | null;
};

/** The gates of a squeeze-and-excite in numbers. */
export function GateTable({ gates, others }: GateTableProps) {
  const { t, i18n } = useLingui();
  const text = (value: number | undefined): string => fixedText(value ?? 0, i18n.locale, 3);
  return (
    <Fold className={styles.gates} summary={t`All gates in numbers`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>channel</Trans>
            </th>
            <th scope="col">
              <Trans>gate</Trans>
            </th>
            {others === null ? null : (
              <th scope="col">
                <Trans>on the other photo</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {Array.from(gates, (gate, channel) => (
            <tr key={channel}>
              <th scope="row">{channel}</th>
              <td>{text(gate)}</td>
              {others === null ? null : <td>{text(others[channel])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  );
}
