import { useLingui } from '@lingui/react/macro';
import { bumpLines } from '../../../viz/chapters/bumpChart';
import { passPart } from '../../../viz/chapters/passPart';
import { Opening } from '../../explain/page/Opening';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './Summary.module.css';
import { asPublished, rowName } from './summaryRows';

const costs = ['params', 'macs'] as const;
const orders = costs.map((cost) => asPublished.toSorted((a, b) => a[cost] - b[cost]));
const [rowHeight, headHeight] = [38, 34];

/** The chapter's picture: the networks from fewest to most params, each led to its place by MACs. The third order is asked below. */
export function OrdersOpening() {
  const { t } = useLingui();
  return (
    <Opening title={t`Fewest params is not fewest multiply-adds`} durationMs={3000}>
      {(progress, width) => <Orders progress={progress} width={width} />}
    </Opening>
  );
}

function Orders({ progress, width }: { readonly progress: number; readonly width: number }) {
  const { t } = useLingui();
  const { pair, list, clauses } = usePunctuation();
  const names = { params: t`Params`, macs: t`MACs` };
  const side = width < 480 ? 146 : 172;
  const lines = bumpLines(
    orders.map((order) => order.map(({ model }) => model.id)),
    { width, rowHeight, margins: [side, side] },
  );
  const label = clauses(costs.map((cost, at) => pair(names[cost], list((orders[at] ?? []).map(rowName)))));
  return (
    <svg
      className={styles.bump}
      width={width}
      height={headHeight + rowHeight * asPublished.length}
      role="img"
      aria-label={label}
    >
      {costs.map((cost, at) => (
        <text key={cost} className={styles[cost]} x={lines[0]?.points[at]?.[0]} y={20} textAnchor="middle">
          {names[cost]}
        </text>
      ))}
      <g transform={`translate(0 ${String(headHeight)})`}>
        {lines.map(({ id, places, points: [from, to], path }) => {
          const drawn = passPart(progress, (places[0] ?? 0) / 16, (places[0] ?? 0) / 16 + 0.5);
          const row = asPublished.find(({ model }) => model.id === id);
          const name = row === undefined ? '' : rowName(row);
          return from === undefined || to === undefined ? null : (
            <g key={id} className={styles.line}>
              <path d={path} pathLength={1} strokeDasharray="1 1" strokeDashoffset={1 - drawn} />
              <circle className={styles.params} cx={from[0]} cy={from[1]} r={7} />
              <text x={from[0] - 16} y={from[1] + 5} textAnchor="end">
                {name}
              </text>
              <g opacity={drawn < 1 ? 0 : 1}>
                <circle className={styles.macs} cx={to[0]} cy={to[1]} r={7} />
                <text x={to[0] + 16} y={to[1] + 5}>
                  {name}
                </text>
              </g>
            </g>
          );
        })}
      </g>
    </svg>
  );
}
