import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { bumpLines } from '../../../viz/chapters/bumpChart';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './Summary.module.css';
import { asPublished, rowName, type SummaryRow } from './summaryRows';

const prices = ['params', 'macs', 'memoryAccess'] as const;

const orderBy = (price: (typeof prices)[number]): readonly SummaryRow[] =>
  asPublished.toSorted((a, b) => a[price] - b[price]);

const nameAt = (row: SummaryRow | undefined): string => (row === undefined ? '' : rowName(row));

const rowHeight = 28;
const headHeight = 28;

/** The networks sorted by each price, the least on top, joined by lines. The third order is left out until it was guessed. */
export function BumpChart({ showsMemory }: { readonly showsMemory: boolean }) {
  const { t } = useLingui();
  const { pair, list, clauses } = usePunctuation();
  const [hot, setHot] = useState<string | null>(null);
  const names = { params: t`Params`, macs: t`MACs`, memoryAccess: t`Memory access` };
  const shown = showsMemory ? prices : prices.slice(0, 2);
  const orders = prices.map(orderBy);
  return (
    <Figure
      title={t`The least on top: lines cross`}
      files={{
        name: 'summary-orders',
        numbers: () => [
          shown.map((price) => names[price]),
          ...asPublished.map((_, place) => shown.map((_price, at) => nameAt(orders[at]?.[place]))),
        ],
      }}
    >
      <Sized>
        {(width) => {
          const margins = width < 560 ? ([12, 12] as const) : ([170, 190] as const);
          const isNarrow = width < 560;
          const lines = bumpLines(
            orders.map((order) => order.map(({ model }) => model.id)),
            { width, rowHeight, margins },
          );
          const label = clauses(shown.map((price, at) => pair(names[price], list((orders[at] ?? []).map(rowName)))));
          return (
            <svg
              width={width}
              height={headHeight + rowHeight * asPublished.length}
              role="img"
              aria-label={label}
              className={styles.bump}
            >
              {prices.map((price, at) => (
                <text
                  key={price}
                  className={styles[price]}
                  x={lines[0]?.points[at]?.[0]}
                  y={18}
                  textAnchor={isNarrow ? (['start', 'middle', 'end'] as const)[at] : 'middle'}
                >
                  {names[price]}
                </text>
              ))}
              <g transform={`translate(0 ${headHeight})`}>
                {lines.map(({ id, points, path }) => {
                  const row = asPublished.find(({ model }) => model.id === id);
                  const drawn = showsMemory ? path : path.slice(0, path.lastIndexOf('C'));
                  const [first, , last] = points;
                  return (
                    <g
                      key={id}
                      data-hot={hot === id}
                      className={styles.line}
                      onPointerEnter={() => setHot(id)}
                      onPointerLeave={() => setHot(null)}
                    >
                      <path className={styles.catch} d={drawn} />
                      <path d={drawn} />
                      {shown.map((price, at) => {
                        const [x = 0, y = 0] = points[at] ?? [];
                        return <circle key={price} cx={x} cy={y} r={6} className={styles[price]} />;
                      })}
                      {first === undefined ? null : (
                        <text
                          x={isNarrow ? 12 : first[0] - 14}
                          y={first[1] + (isNarrow ? -9 : 5)}
                          textAnchor={isNarrow ? 'start' : 'end'}
                        >
                          {nameAt(row)}
                        </text>
                      )}
                      {!showsMemory || last === undefined || isNarrow ? null : (
                        <text x={last[0] + 14} y={last[1] + 5}>
                          {nameAt(row)}
                        </text>
                      )}
                    </g>
                  );
                })}
              </g>
            </svg>
          );
        }}
      </Sized>
    </Figure>
  );
}
