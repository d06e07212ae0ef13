import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ClaimId } from '../../../course/claims';
import { progress } from '../../../course/progress/progress';
import { Button } from '../../ui/Button';
import { ProgressFault } from '../lesson/ProgressFault';
import { useAnswersHidden } from '../lesson/useAnswersHidden';
import { useAnswer } from '../lesson/useProgress';
import { Sentences } from '../../ui/Sentences';
import styles from './Claim.module.css';

type ClaimProps = {
  /** Without one, what is said lasts as long as the page. */
  readonly id?: ClaimId;
  /** A sentence as it is met in texts and talks. */
  readonly claim: ReactNode;
  readonly isTrue?: boolean;
  /** Where to check. */
  readonly sources: ReactNode;
  /** Why, in a few lines. */
  readonly children: ReactNode;
};

/** A claim to judge before the verdict shows, in the margin beside the text that it concerns. */
export function Claim({ id, claim, isTrue = false, sources, children }: ClaimProps) {
  const { t } = useLingui();
  const [isHidden] = useAnswersHidden();
  const given = useAnswer(id ?? '')?.given;
  const [pressed, setPressed] = useState<boolean | undefined>(undefined);
  const said = pressed ?? (given?.kind === 'truth' ? given.isTrue : undefined);
  const verdict = useRef<HTMLDivElement>(null);
  // The pressed button is gone: the keyboard goes on at what took its place.
  useEffect(() => {
    if (pressed !== undefined) verdict.current?.focus({ preventScroll: true });
  }, [pressed]);
  const say = (saidTrue: boolean): void => {
    setPressed(saidTrue);
    if (id === undefined) return;
    const at = new Date().toISOString();
    const isRight = saidTrue === isTrue;
    void progress.getState().answer({ id, at, given: { kind: 'truth', isTrue: saidTrue }, isRight });
  };
  return (
    <aside className={styles.claim} role="note" aria-label={t`Check this claim`} data-claim>
      <p className={styles.tag} data-screen-title>
        <Trans>Check this claim</Trans>
      </p>
      <p className={styles.words} data-claim-words>
        <q>{claim}</q>
      </p>
      {said === undefined ? (
        <div className={styles.choice} role="group" aria-label={t`True or false?`}>
          <Button
            onPress={() => {
              say(true);
            }}
          >
            <Trans>True</Trans>
          </Button>
          <Button
            onPress={() => {
              say(false);
            }}
          >
            <Trans>False</Trans>
          </Button>
        </div>
      ) : null}
      <div role="status">
        <div ref={verdict} tabIndex={-1} className={styles.verdict} hidden={said === undefined}>
          <p>
            <Sentences>
              {said === undefined ? null : (
                <span className={styles.said}>
                  {said ? <Trans>You said true.</Trans> : <Trans>You said false.</Trans>}
                </span>
              )}
              {isHidden ? (
                <Trans>Your teacher has the answer.</Trans>
              ) : (
                <strong>{isTrue ? <Trans>It is true.</Trans> : <Trans>It is false.</Trans>}</strong>
              )}
            </Sentences>
          </p>
          {isHidden ? null : (
            <>
              {children}
              <p className={styles.sources}>{sources}</p>
            </>
          )}
          {pressed === undefined || id === undefined ? null : <ProgressFault />}
        </div>
      </div>
    </aside>
  );
}
