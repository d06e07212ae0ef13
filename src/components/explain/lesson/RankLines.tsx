import { useLingui } from '@lingui/react/macro';
import { Sized } from '../../ui/Sized';
import styles from './RankLines.module.css';

type RankLinesProps<V extends string> = {
  /** Undefined where nothing was said. */
  readonly said: readonly V[] | undefined;
  readonly answer: readonly V[];
  readonly labelOf: (value: V) => string;
  readonly detailOf: (value: V) => string | undefined;
};

/** Px: a row as in the list that was ordered, with its gap and without. */
const [rowStep, rowHeight] = [52, 48];

/** The guessed order beside the true one, with a line from each guessed to its true place: red where they differ. */
export function RankLines<V extends string>({ said, answer, labelOf, detailOf }: RankLinesProps<V>) {
  const { t } = useLingui();
  const middle = (index: number): number => index * rowStep + rowHeight / 2;
  const height = answer.length * rowStep - (rowStep - rowHeight);
  return (
    <div className={styles.columns} data-said={said !== undefined}>
      {said === undefined ? null : (
        <>
          <ol className={styles.column} aria-label={t`Your order`}>
            {said.map((value, index) => (
              <li key={value} data-miss={answer[index] !== value}>
                {labelOf(value)}
              </li>
            ))}
          </ol>
          <Sized>
            {(width) => (
              <svg
                className={styles.lines}
                width={width}
                height={height}
                viewBox={`0 0 ${width} ${height}`}
                aria-hidden="true"
              >
                {said.map((value, index) => (
                  <path
                    key={value}
                    data-miss={answer[index] !== value}
                    d={`M2 ${middle(index)}L${width - 2} ${middle(answer.indexOf(value))}`}
                  />
                ))}
              </svg>
            )}
          </Sized>
        </>
      )}
      <ol className={styles.column} aria-label={t`The order`}>
        {answer.map((value) => (
          <li key={value}>
            {labelOf(value)}
            {detailOf(value) === undefined ? null : <strong> {detailOf(value)}</strong>}
          </li>
        ))}
      </ol>
    </div>
  );
}
