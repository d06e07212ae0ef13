import { useLingui } from '@lingui/react/macro';
import styles from './GuidelineCards.module.css';

type Guideline = 'G1' | 'G2' | 'G3' | 'G4';

type GuidelineCardsProps = {
  readonly isOpen: boolean;
  readonly guess: Guideline | undefined;
  readonly answer: Guideline;
};

/** Unit (c) as a row of ops, its shuffle marked, above the four guidelines; the one that was said and the one that holds are outlined. */
export function GuidelineCards({ isOpen, guess, answer }: GuidelineCardsProps) {
  const { t } = useLingui();
  const guidelines = [
    { id: 'G1', name: t`Equal widths` },
    { id: 'G2', name: t`Few groups` },
    { id: 'G3', name: t`Few fragments` },
    { id: 'G4', name: t`Few element-wise ops` },
  ] as const;
  const before = [t`grouped 1×1`, t`shuffle`, '3×3', t`grouped 1×1`, t`add`];
  const after = [t`split`, '1×1', '3×3', '1×1', t`concatenate`, t`shuffle`];
  return (
    <div className={styles.root}>
      <Ops name="V1" ops={before} marked={1} />
      <Ops name="V2" ops={after} marked={5} />
      <ul className={styles.cards}>
        {guidelines.map(({ id, name }) => (
          <li
            key={id}
            className={styles.card}
            data-said={guess === id}
            data-true={isOpen && id === answer}
            data-missed={isOpen && guess === id && id !== answer}
          >
            <strong>{id}</strong> {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The ops of a unit's branch in order; the marked one is the shuffle. */
function Ops({
  name,
  ops,
  marked,
}: {
  readonly name: string;
  readonly ops: readonly string[];
  readonly marked: number;
}) {
  return (
    <div className={styles.unit}>
      <span className={styles.name}>{name}</span>
      <ol className={styles.ops}>
        {ops.map((op, at) => (
          <li key={at} data-marked={at === marked}>
            {op}
          </li>
        ))}
      </ol>
    </div>
  );
}
