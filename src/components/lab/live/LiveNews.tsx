import { Suspense } from 'react';
import { JobStatus } from '../../running/checkpoints/JobStatus';
import type { CheckpointDesk } from '../../running/checkpoints/useCheckpointJob';
import type { Manifest } from '../../../run/weights/manifest';
import { late } from '../../ui/late';
import styles from './LivePage.module.css';

const SmallFirst = late(async () => (await import('./SmallFirst')).SmallFirst);

type LiveNewsProps = {
  readonly desk: CheckpointDesk;
  /** Whether the panel is open that shows what becomes of files and downloads asked for there. */
  readonly isPanelOpen: boolean;
  /** What runs unasked; null where a network was chosen. */
  readonly small: Manifest | null;
  /** What runs unasked on a good connection. */
  readonly usual: Manifest | undefined;
  readonly onUsual: (name: string) => void;
};

/** What is to be known above the label: what becomes of a file or a download, and why a small network runs. */
export function LiveNews({ desk, isPanelOpen, small, usual, onUsual }: LiveNewsProps) {
  const from = desk.job?.from;
  const asked = from === undefined || 'files' in from ? (from?.given ?? 'picture') : from.official;
  return (
    <div className={styles.news}>
      <JobStatus desk={desk} at={isPanelOpen ? 'picture' : asked} />
      {small !== null && usual !== undefined && small !== usual ? (
        <Suspense fallback={null}>
          <SmallFirst small={small} usual={usual} onUsual={() => onUsual(usual.name)} />
        </Suspense>
      ) : null}
    </div>
  );
}
