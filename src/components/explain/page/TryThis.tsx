import { Trans } from '@lingui/react/macro';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button';
import { useAnswersHidden } from '../lesson/useAnswersHidden';
import { usePrinting } from '../lesson/usePrinting';
import styles from './TryThis.module.css';

export type Prompt = {
  readonly id: string;
  /** What to do and what to watch. */
  readonly text: ReactNode;
  /** What there is to see, for a prompt that asks; it shows on demand. */
  readonly answer?: ReactNode;
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
        {prompts.map((prompt) => (
          <li key={prompt.id}>
            <PromptRow
              prompt={prompt}
              onShow={() => {
                showFigureBefore(root.current);
              }}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

type PromptRowProps = { readonly prompt: Prompt; readonly onShow: () => void };

function PromptRow({ prompt, onShow }: PromptRowProps) {
  const { id, text, set } = prompt;
  const [isHidden] = useAnswersHidden();
  const answer = isHidden ? undefined : prompt.answer;
  const [isAnswered, setIsAnswered] = useState(false);
  const isPrinting = usePrinting();
  const isShown = isAnswered || isPrinting;
  return (
    <div role="group" aria-labelledby={`prompt-${id}`} className={styles.prompt}>
      <div>
        <p id={`prompt-${id}`}>{text}</p>
        {answer === undefined ? null : (
          <div role="status">{isShown ? <p className={styles.answer}>{answer}</p> : null}</div>
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          onPress={() => {
            set();
            onShow();
          }}
        >
          <Trans>Show me</Trans>
        </Button>
        {answer === undefined || isAnswered ? null : (
          <Button
            look="quiet"
            onPress={() => {
              setIsAnswered(true);
            }}
          >
            <Trans>Answer</Trans>
          </Button>
        )}
      </div>
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
