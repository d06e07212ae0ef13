import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Given } from '../../../course/progress/answer';
import type { Prediction } from '../../../course/prediction';
import { Button } from '../../ui/Button';
import { ProgressFault } from './ProgressFault';
import type { GateState } from './useGate';
import { useWords } from './useWords';
import styles from './Gate.module.css';

/** What a figure needs to know of the question that it answers. */
export type Seen<T> = {
  /** Whether the asked-for values are drawn. Before, they are nowhere on the page. */
  readonly isOpen: boolean;
  /** What is being said, and then what was said: drawn on the figure before and after. */
  readonly guess: T | undefined;
};

type GateProps = {
  readonly prediction: Prediction;
  readonly gate: GateState;
  /** Where the guess is made. */
  readonly control: ReactNode;
  /** What is said now; null while it is not ready, which `onRefuse` tells. */
  readonly said: Given | null;
  readonly onRefuse?: (() => void) | undefined;
  /** How far the guess was from the answer, large. */
  readonly distance?: ReactNode;
  /** What was said and what is right. */
  readonly verdict: ReactNode;
  /** One line for this very guess. */
  readonly reason?: ReactNode;
  readonly figure: ReactNode;
  /** Whether the guess is made in the figure: it then comes before what reveals, also for the keyboard. */
  readonly isMadeInFigure?: boolean;
  /** Forgets the guess that is being made. */
  readonly onAgain: () => void;
};

/** A question at its figure, and after the guess the answer with one line why. */
export function Gate(props: GateProps) {
  const { prediction, gate, control, said, onRefuse, distance, verdict, reason, figure, onAgain } = props;
  const { isMadeInFigure = false } = props;
  const { t } = useLingui();
  const write = useWords();
  const answer = useFocusWhenOpened(gate.state);
  const isClosed = gate.state !== 'open';
  const buttons = <RevealButtons {...{ gate, said, onRefuse }} />;
  return (
    <div
      className={styles.gate}
      role="group"
      aria-label={t`Guess first`}
      data-gate={prediction.id}
      data-state={gate.state}
      data-made={isClosed && isMadeInFigure ? 'figure' : 'words'}
    >
      <div className={styles.words} data-gate-words>
        <p className={styles.question} data-screen-title>
          {write(prediction.question)}
        </p>
        {isClosed ? (
          <div className={styles.control} data-gate-control>
            {control}
            {isMadeInFigure ? null : buttons}
          </div>
        ) : null}
        <div role="status" className={styles.status}>
          {gate.state === 'open' ? (
            <div ref={answer} tabIndex={-1} className={styles.answer}>
              {distance === undefined ? null : <p className={styles.distance}>{distance}</p>}
              <p className={styles.verdict}>{verdict}</p>
              {reason === undefined ? null : <p>{reason}</p>}
              <p>{write(prediction.why)}</p>
              {gate.isNew ? <ProgressFault /> : null}
            </div>
          ) : null}
        </div>
        {gate.state === 'open' && gate.given !== undefined ? (
          <div className={styles.again} data-gate-again>
            <Button
              look="quiet"
              icon="reset"
              onPress={() => {
                onAgain();
                gate.again();
              }}
            >
              <Trans>Guess again</Trans>
            </Button>
          </div>
        ) : null}
      </div>
      <div className={styles.figure} data-gate-figure>
        {figure}
      </div>
      {isClosed && isMadeInFigure ? (
        <div className={styles.reveal} data-gate-words data-gate-control>
          {buttons}
        </div>
      ) : null}
    </div>
  );
}

function RevealButtons({ gate, said, onRefuse }: Pick<GateProps, 'gate' | 'said' | 'onRefuse'>) {
  return (
    <div className={styles.buttons} data-reveal={said === null ? 'shown' : 'said'}>
      <Button
        look="primary"
        onPress={() => {
          if (said === null) onRefuse?.();
          else gate.reveal(said);
        }}
      >
        <Trans>Reveal</Trans>
      </Button>
      <Button
        look="quiet"
        onPress={() => {
          gate.reveal({ kind: 'shown' });
        }}
      >
        <Trans>Show me without guessing</Trans>
      </Button>
    </div>
  );
}

/** The pressed button is gone once the answer shows: the keyboard goes on at what took its place. */
function useFocusWhenOpened(state: GateState['state']) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    // Its own button is gone, and with it the focus. One that is elsewhere, as on the tour's button, stays there.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (before.current === 'closed' && state === 'open' && isLost) element.current?.focus({ preventScroll: true });
    before.current = state;
  }, [state]);
  return element;
}
