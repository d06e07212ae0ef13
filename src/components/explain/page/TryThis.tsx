import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';
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
  const [left, setLeft] = useState<string | undefined>(undefined);
  const arrive = (): void => {
    setLeft(undefined);
  };
  return (
    <div ref={root} className={styles.root}>
      {left === undefined ? null : <WayBack to={left} onArrive={arrive} />}
      <h3>
        <Trans>Try this</Trans>
      </h3>
      <ol className={styles.prompts}>
        {prompts.map((prompt) => (
          <li key={prompt.id}>
            <PromptRow
              prompt={prompt}
              onShow={() => {
                if (showFigureBefore(root.current)) setLeft(prompt.id);
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
    <div role="group" aria-labelledby={promptName(id)} className={styles.prompt}>
      <div>
        <p id={promptName(id)}>{text}</p>
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
type WayBackProps = {
  /** The id of the prompt. */
  readonly to: string;
  /** Called once the prompt is in view again, whoever scrolled there. */
  readonly onArrive: () => void;
};

/** Leads back to the experiment whose figure is in view. It comes after the figure for the keyboard, and stands at the window's foot. */
function WayBack({ to, onArrive }: WayBackProps) {
  useEffect(() => {
    const prompt = promptOf(to);
    if (prompt === null) return;
    let wasAway = false;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === false) wasAway = true;
      else if (wasAway) onArrive();
    });
    observer.observe(prompt);
    return () => {
      observer.disconnect();
    };
  }, [to, onArrive]);
  return (
    <div className={styles.back}>
      <Button
        icon="chevronDown"
        onPress={() => {
          const prompt = promptOf(to);
          prompt?.scrollIntoView({ block: 'center' });
          prompt?.querySelector('button')?.focus({ preventScroll: true });
          onArrive();
        }}
      >
        <Trans>Back to the exercise</Trans>
      </Button>
    </div>
  );
}

function promptOf(id: string): Element | null {
  return document.querySelector(`[aria-labelledby="${promptName(id)}"]`);
}

function promptName(id: string): string {
  return `prompt-${id}`;
}

/** Brings the workbench that the prompts follow into view, and the focus with it. Tells whether it was out of view. */
function showFigureBefore(prompts: Element | null): boolean {
  for (let before = prompts?.previousElementSibling; before != null; before = before.previousElementSibling) {
    const workbench = before.matches('[data-workbench]') ? before : before.querySelector('[data-workbench]');
    if (!(workbench instanceof HTMLElement)) continue;
    const { top, bottom } = workbench.getBoundingClientRect();
    if (top >= 0 && bottom <= window.innerHeight) return false;
    workbench.scrollIntoView({ block: 'start' });
    workbench.tabIndex = -1;
    workbench.focus({ preventScroll: true });
    return true;
  }
  return false;
}
