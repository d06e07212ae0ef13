import { Trans } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
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
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root} className={styles.root}>
      <h3>
        <Trans>Try this</Trans>
      </h3>
      <ol className={styles.prompts}>
        {prompts.map(({ id, text, set }) => (
          <li key={id}>
            <div role="group" aria-labelledby={`prompt-${id}`} className={styles.prompt}>
              <p id={`prompt-${id}`}>{text}</p>
              <Button
                onPress={() => {
                  set();
                  showFigureBefore(root.current);
                }}
              >
                <Trans>Show me</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Brings the workbench that the prompts follow into view, if it is out of it. */
function showFigureBefore(prompts: Element | null): void {
  for (let before = prompts?.previousElementSibling; before != null; before = before.previousElementSibling) {
    const workbench = before.matches('[data-workbench]') ? before : before.querySelector('[data-workbench]');
    if (workbench === null) continue;
    const { top, bottom } = workbench.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) workbench.scrollIntoView({ block: 'start' });
    return;
  }
}
