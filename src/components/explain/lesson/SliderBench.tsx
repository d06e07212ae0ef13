import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { SliderExercise } from '../../../course/exercise';
import { progress } from '../../../course/progress/progress';
import type { Choice } from '../../../nets/parameter';
import { countedGraph } from '../../../nets/readings/cost';
import { CostPanel } from '../cost/CostPanel';
import { ParameterControl } from '../exploration/ParameterControl';
import styles from './SliderBench.module.css';
import { useWords } from './useWords';

/** The sliders that an exercise leaves free, the costs where they stand, and whether that solves it. */
export function SliderBench({ exercise }: { readonly exercise: SliderExercise }) {
  const { id, explorable, fixed, free, start, isSolved } = exercise;
  const write = useWords();
  const [moved, setMoved] = useState<Choice>(start);
  const { values, block } = useMemo(() => {
    const at = explorable.at({ ...moved, ...fixed });
    return { values: at.values, block: countedGraph(at.block) };
  }, [explorable, fixed, moved]);
  const solves = isSolved(values, block.cost);
  return (
    <div className={styles.bench}>
      <div className={styles.sliders}>
        {Object.entries(free).map(([name, label]) => {
          const parameter = explorable.knobs[name];
          return parameter === undefined ? null : (
            <ParameterControl
              key={name}
              name={name}
              parameter={parameter}
              text={{ label: write(label) }}
              values={values}
              onChoose={(wanted) => {
                const next = { ...moved, ...wanted };
                setMoved(next);
                const there = explorable.at({ ...next, ...fixed });
                if (!isSolved(there.values, countedGraph(there.block).cost)) return;
                const given = { kind: 'sliders' as const, values: there.values };
                void progress.getState().answer({ id, at: new Date().toISOString(), given });
              }}
            />
          );
        })}
        <p role="status" className={styles.state} data-solved={solves}>
          {solves ? <Trans>Solved.</Trans> : <Trans>Not yet.</Trans>}
        </p>
      </div>
      <CostPanel block={block} />
    </div>
  );
}
