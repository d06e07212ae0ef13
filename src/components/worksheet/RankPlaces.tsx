import { bumpLines } from '../../viz/chapters/bumpChart';
import { Sized } from '../ui/Sized';
import styles from './WorksheetPage.module.css';

type RankPlacesProps = {
  readonly name: string;
  /** Orders of the same networks, the least first. */
  readonly prices: readonly { readonly head: string; readonly order: readonly string[] }[];
  /** Whose places are joined. */
  readonly solved: readonly string[];
};

const [rowHeight, headHeight] = [21, 24];
const margins = [170, 170] as const;

/** Three columns of places to join by lines; names stand where the first order has them. */
export function RankPlaces({ name, prices, solved }: RankPlacesProps) {
  const count = prices[0]?.order.length ?? 0;
  return (
    <Sized>
      {(width) => {
        const lines = bumpLines(
          prices.map(({ order }) => order),
          { width, rowHeight, margins },
        );
        return (
          <svg
            className={styles.places}
            width={width}
            height={headHeight + rowHeight * count}
            viewBox={`0 0 ${width} ${headHeight + rowHeight * count}`}
            role="img"
            aria-label={name}
          >
            {prices.map(({ head }, at) => (
              <text key={head} className={styles.placesHead} x={lines[0]?.points[at]?.[0]} y={14} textAnchor="middle">
                {head}
              </text>
            ))}
            <g transform={`translate(0 ${headHeight})`}>
              {lines.map(({ id, points, path }, index) => {
                const [first, last] = [points[0], points.at(-1)];
                const isSolved = solved.includes(id);
                return (
                  <g key={id}>
                    {isSolved ? <path d={path} data-dash={index % 3} /> : null}
                    {points.map(([x, y], at) => (
                      <circle key={at} cx={x} cy={y} r={4.5} />
                    ))}
                    {first === undefined ? null : (
                      <text x={first[0] - 12} y={first[1] + 4.5} textAnchor="end">
                        {id}
                      </text>
                    )}
                    {isSolved && last !== undefined ? (
                      <text x={last[0] + 12} y={last[1] + 4.5}>
                        {id}
                      </text>
                    ) : null}
                  </g>
                );
              })}
            </g>
          </svg>
        );
      }}
    </Sized>
  );
}
