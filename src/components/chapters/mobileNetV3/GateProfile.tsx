import { useLingui } from '@lingui/react/macro';
import { gateCounts, rankedGates } from '../../../viz/chapters/gateProfile';
import { Chart } from '../../ui/charts/Chart';
import { usePlot } from '../../ui/charts/plotScales';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import { numberFormat } from '../../ui/numberText';
import styles from './GateProfile.module.css';

type GateProfileProps = {
  /** A number a channel, 0 to 1. */
  readonly gates: readonly number[];
  /** The same channels for another image. */
  readonly others: readonly number[];
};

/** All gates of a block from open to shut as a filled profile, and the gates of another image as dots over it. */
export function GateProfile({ gates, others }: GateProfileProps) {
  const { i18n, t } = useLingui();
  const { shut, partly, open } = gateCounts(gates);
  const oneDecimal = numberFormat(i18n.locale, { maximumFractionDigits: 1 });
  const channels = gates.length;
  return (
    <Chart
      name={t`${channels} gates: ${open} open, ${partly} partly open, ${shut} shut; for another photograph the same channels have other gates`}
      x={{ kind: 'linear', domain: [0, channels], ticks: [0, channels / 2, channels] }}
      y={{ kind: 'linear', domain: [0, 1], ticks: [0, 0.5, 1] }}
      height={230}
      margin={{ left: 44, right: 20, top: 12 }}
    >
      <Profile ranked={rankedGates(gates, others)} />
      <YAxis text={(value) => oneDecimal.format(value)} hasLine={(value) => value > 0} />
      <XAxis text={String} title={t`channels, most open first`} hasLine={() => false} />
    </Chart>
  );
}

function Profile({ ranked }: { readonly ranked: ReturnType<typeof rankedGates> }) {
  const { x, y } = usePlot();
  const steps = ranked.map(({ gate }, rank) => `V${y.at(gate)}H${x.at(rank + 1)}`).join('');
  const dots = ranked.map(({ other }, rank) => `M${x.at(rank + 0.5)} ${y.at(other)}h0`).join('');
  return (
    <>
      <path className={styles.profile} d={`M${x.at(0)} ${y.at(0)}${steps}V${y.at(0)}Z`} />
      <path className={styles.dots} d={dots} />
    </>
  );
}
