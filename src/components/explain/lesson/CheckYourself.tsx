import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { drawChecks } from '../../../course/drawChecks';
import type { Lesson } from '../../../course/lesson';
import { keptSeed } from '../../../course/progress/checkScore';
import { keptMarks } from '../../../course/progress/keptSheet';
import { wholeNumber } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { Button } from '../../ui/Button';
import { CheckSheet } from './CheckSheet';
import styles from './CheckYourself.module.css';
import { usePrinting } from './usePrinting';
import { useProgress } from './useProgress';

const maxSeed = 99_999;
const address = { draw: wholeNumber(1, maxSeed) };

type CheckYourselfProps = { readonly lesson: Lesson; readonly isHidden: boolean };

/** Five questions of the chapter's pool, right or wrong at once: those that were answered last, or those of the address. */
export function CheckYourself({ lesson, isHidden }: CheckYourselfProps) {
  const { t } = useLingui();
  const [{ draw }, setAddress] = useAddress(address);
  const isRead = useProgress((state) => state.isRead);
  const answers = useProgress((state) => state.answers);
  const isPrinting = usePrinting();
  const [random] = useState(randomSeed);
  // What another tab answers afterwards changes no questions here.
  const [kept, setKept] = useState<number | undefined>(undefined);
  if (isRead && kept === undefined) setKept(keptSeed(lesson.path, answers.values()) ?? random);
  const seed = draw ?? kept ?? random;
  const [drawn, setDrawn] = useState<Drawn | undefined>(undefined);
  const checks = useMemo(() => drawChecks(lesson.checks, seed), [lesson, seed]);
  const marks = keptMarks(checks, seed, answers);
  const show = (next: number, before: number | undefined): void => {
    setDrawn({ seed: next, before });
    void setAddress({ draw: next });
  };
  return (
    <section className={styles.sheet} aria-label={t`Check yourself`} data-screen="check" aria-busy={!isRead}>
      {isRead || isPrinting ? (
        <CheckSheet
          key={seed}
          {...{ checks, seed, isHidden }}
          kept={marks}
          takesFocus={drawn?.seed === seed}
          onDraw={() => {
            show(randomSeed(), seed);
          }}
        >
          {drawn?.seed === seed && drawn.before !== undefined && marks.size === 0 ? (
            <Button
              look="quiet"
              onPress={() => {
                show(drawn.before ?? seed, undefined);
              }}
            >
              <Trans>Back to the questions before</Trans>
            </Button>
          ) : null}
        </CheckSheet>
      ) : null}
    </section>
  );
}

/** What was drawn on this visit of the page, and what stood there before. */
type Drawn = { readonly seed: number; readonly before: number | undefined };

function randomSeed(): number {
  return 1 + Math.floor(Math.random() * maxSeed);
}
