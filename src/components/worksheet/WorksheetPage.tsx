import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, use } from 'react';
import { courseChapters } from '../../course/chapters';
import { oneOf, wholeNumber } from '../ui/address/parsers';
import { useAddress } from '../ui/address/useAddress';
import { Button } from '../ui/Button';
import { ChoiceControl } from '../ui/ChoiceControl';
import { Select } from '../ui/Select';
import { chapterSheets, lessonOf, type ChapterSheet } from './chapterSheets';
import { Sheet } from './Sheet';
import styles from './WorksheetPage.module.css';

/** More sheets than anyone prints. */
const maxSeed = 1_000_000;

const address = {
  chapter: oneOf(chapterSheets.map(({ chapter }) => chapter)).withDefault('counting'),
  seed: wholeNumber(1, maxSeed).withDefault(1),
  sheet: oneOf(['questions', 'answers']).withDefault('questions'),
};

/** A chapter's sheet to print, or its answers: the same questions, with the same numbers. */
export function WorksheetPage() {
  const { i18n, t } = useLingui();
  const [{ chapter, seed, sheet }, set] = useAddress(address);
  const chosen = chapterSheets.find((each) => each.chapter === chapter);
  return (
    <div className={styles.page}>
      <div className={styles.controls}>
        <h1>
          <Trans>Worksheet</Trans>
        </h1>
        <Select
          label={t`Chapter`}
          options={courseChapters.map(({ path, title }) => ({ value: path.slice(1), label: i18n._(title) }))}
          value={chapter}
          onChange={(next) => void set({ chapter: next })}
        />
        <ChoiceControl
          label={t`Sheet`}
          labelled="hidden"
          options={[
            { value: 'questions', label: t`Questions` },
            { value: 'answers', label: t`Answers` },
          ]}
          value={sheet}
          onChange={(next) => void set({ sheet: next })}
        />
        <Button icon="reset" onPress={() => void set({ seed: seed + 1 })}>
          <Trans>Other numbers</Trans>
        </Button>
        <Button
          look="primary"
          onPress={() => {
            window.print();
          }}
        >
          <Trans>Print</Trans>
        </Button>
      </div>
      {chosen === undefined ? null : (
        <Suspense fallback={<div className={styles.coming} />}>
          <LoadedSheet key={chapter} chosen={chosen} seed={seed} isAnswered={sheet === 'answers'} />
        </Suspense>
      )}
    </div>
  );
}

type LoadedSheetProps = { readonly chosen: ChapterSheet; readonly seed: number; readonly isAnswered: boolean };

function LoadedSheet({ chosen, seed, isAnswered }: LoadedSheetProps) {
  const lesson = use(lessonOf(chosen));
  return <Sheet lesson={lesson} figure={chosen.figure} seed={seed} isAnswered={isAnswered} />;
}
