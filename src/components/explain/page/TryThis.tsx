import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button';
import styles from './TryThis.module.css';

export type Prompt = {
  readonly id: string;
  /** What to do and what to watch. */
  readonly text: ReactNode;
  /** Sets the knobs: `() => exploration.choose({ groups: 12 })`. */
  readonly set: () => void;
};

/** Experiments to try: each sets the knobs and says what to watch. */
export function TryThis({ prompts }: { readonly prompts: readonly Prompt[] }) {
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>
        <Trans>Try this</Trans>
      </h3>
      <ol className={styles.prompts}>
        {prompts.map(({ id, text, set }) => (
          <li key={id}>
            <div role="group" aria-labelledby={`prompt-${id}`} className={styles.prompt}>
              <p id={`prompt-${id}`}>{text}</p>
              <Button onPress={set}>
                <Trans>Set it</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
