import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { DropZone, type DropItem } from 'react-aria-components';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { Picture } from './Picture';
import styles from './Stage.module.css';
import { StartCamera } from './StartCamera';

type StageProps = {
  readonly status: SessionStatus;
  /** Whether a camera's picture is mirrored. */
  readonly isMirrored: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** What went wrong, laid over everything else. */
  readonly faults: ReactNode;
  /** Buttons in the corner of the picture. */
  readonly corner: ReactNode;
  /** Below the picture, in its frame. */
  readonly children: ReactNode;
};

/**
 * The frame of the picture, as high as it lets the square be that the network sees, with what lies beside that. A picture can
 * be dropped or pasted onto it.
 */
export function Stage({ status, isMirrored, onFiles, faults, corner, children }: StageProps) {
  const { t } = useLingui();
  const { source, isOpening, hasEnded } = status;
  return (
    <DropZone
      className={styles.stage}
      aria-label={t`Picture: drop or paste a photo or video here`}
      onDrop={({ items }) => {
        void droppedFiles(items).then((files) => {
          if (files.length > 0) onFiles(files);
        });
      }}
    >
      <div className={styles.view} data-ended={hasEnded}>
        {source === null ? (
          <p className={styles.empty}>
            {isOpening ? <Trans>Waiting for the picture</Trans> : <Trans>No picture yet. Choose one below.</Trans>}
          </p>
        ) : (
          <>
            <Picture source={source} isMirrored={isMirrored && source.kind === 'camera'} />
            <span className={styles.seen} aria-hidden="true" />
          </>
        )}
        {source === null ? null : <StartCamera source={source} />}
        <div className={styles.faults}>{faults}</div>
        <div className={styles.corner}>{corner}</div>
        <p className={styles.dropHint} aria-hidden="true">
          <Trans>Drop the picture</Trans>
        </p>
      </div>
      {children}
    </DropZone>
  );
}

/** A model is a folder of few files. */
const maxFilesInFolder = 100;

/**
 * The files of a drop: those of a dropped folder too, but not of folders inside it. A folder that holds none stands for
 * itself, so that it is refused by its name like any file that is no picture.
 */
async function droppedFiles(items: readonly DropItem[]): Promise<readonly File[]> {
  const files: File[] = [];
  for (const item of items) {
    if (item.kind === 'file') files.push(await item.getFile());
    if (item.kind !== 'directory') continue;
    const inside: File[] = [];
    for await (const entry of item.getEntries()) {
      if (entry.kind === 'file') inside.push(await entry.getFile());
      if (inside.length === maxFilesInFolder) break;
    }
    files.push(...(inside.length === 0 ? [new File([], item.name)] : inside));
  }
  return files;
}
