import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { shuffleUnits } from '../../../nets/explorables/shuffleUnits';
import { Button } from '../../ui/Button';
import type { Exploration } from '../../explain/exploration/useExploration';
import styles from './Changes.module.css';

type Change = {
  readonly id: string;
  /** The node of unit (c) that shows the change. */
  readonly node: string;
  readonly guidelines: readonly ('G1' | 'G2' | 'G3' | 'G4')[];
  readonly what: ReactNode;
  readonly why: ReactNode;
};

const changes: readonly Change[] = [
  {
    id: 'split',
    node: 'c.split.left',
    guidelines: ['G3'],
    what: <Trans>The channels are split, and one half passes by untouched.</Trans>,
    why: <Trans>An identity is no fragment at all.</Trans>,
  },
  {
    id: 'widths',
    node: 'c.main.pointwise1.conv',
    guidelines: ['G1'],
    what: <Trans>The three convolutions of the other half have equal widths. The bottleneck is gone.</Trans>,
    why: <Trans>Equal input and output widths minimise memory access.</Trans>,
  },
  {
    id: 'groups',
    node: 'c.main.pointwise2.conv',
    guidelines: ['G2'],
    what: <Trans>The 1×1 convolutions are no longer grouped.</Trans>,
    why: <Trans>Partly for G2, and partly because the split already makes two groups.</Trans>,
  },
  {
    id: 'concat',
    node: 'c.concat',
    guidelines: ['G4', 'G1'],
    what: <Trans>The halves are concatenated instead of added.</Trans>,
    why: (
      <Trans>
        The addition is gone, ReLU and the depthwise convolution see half of the channels, and the width stays the same.
      </Trans>
    ),
  },
  {
    id: 'shuffle',
    node: 'c.shuffle',
    guidelines: ['G4'],
    what: <Trans>The shuffle moves behind the concatenation and covers all channels.</Trans>,
    why: (
      <Trans>
        The halves still have to mix. Concatenation, shuffle and the split of the next unit can then be merged into one
        op that only moves data.
      </Trans>
    ),
  },
];

/** What version 2 changes, each with the guideline behind it and a button that shows it in the diagram. */
export function Changes({ exploration }: { readonly exploration: Exploration<keyof typeof shuffleUnits.knobs> }) {
  const { t } = useLingui();
  const { values, selected, choose, select } = exploration;
  return (
    <ol className={styles.changes} aria-label={t`From (a) to (c)`}>
      {changes.map(({ id, node, guidelines, what, why }) => (
        <li key={id} className={styles.change} data-change={id}>
          <p className={styles.guidelines}>
            {guidelines.map((guideline) => (
              <span key={guideline} className={styles.guideline}>
                {guideline}
              </span>
            ))}
          </p>
          <p id={`change-${id}`} className={styles.what}>
            {what} <span className={styles.why}>{why}</span>
          </p>
          <div role="group" aria-labelledby={`change-${id}`}>
            <Button
              look="quiet"
              isPressed={values['figure'] === 'c' && selected.id === node}
              onPress={() => {
                choose({ figure: 'c' });
                select(node);
              }}
            >
              <Trans>Show in (c)</Trans>
            </Button>
          </div>
        </li>
      ))}
    </ol>
  );
}
