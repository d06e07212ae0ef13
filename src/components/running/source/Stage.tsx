import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { DropZone } from 'react-aria-components';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { Picture } from './Picture';
import styles from './Stage.module.css';

type StageProps = {
  readonly status: SessionStatus;
  /** Whether a camera's picture is mirrored. */
  readonly isMirrored: boolean;
  readonly onFile: (file: File) => void;
  /** Laid over the picture. */
  readonly children: ReactNode;
};

/** The square that the network sees. A picture can be dropped or pasted onto it. */
export function Stage({ status: { source, isOpening }, isMirrored, onFile, children }: StageProps) {
  const { t } = useLingui();
  return (
    <DropZone
      className={styles.stage}
      aria-label={t`Picture: drop or paste a photo or video here`}
      onDrop={({ items }) => {
        const file = items.find((item) => item.kind === 'file');
        const folder = items.find((item) => item.kind === 'directory');
        if (file?.kind === 'file') void file.getFile().then(onFile);
        // Refused like any file that is no picture, by its name.
        else if (folder?.kind === 'directory') onFile(new File([], folder.name));
      }}
    >
      {source === null ? (
        <p className={styles.empty}>
          {isOpening ? <Trans>Waiting for the picture</Trans> : <Trans>No picture yet. Choose one below.</Trans>}
        </p>
      ) : (
        <Picture source={source} isMirrored={isMirrored && source.kind === 'camera'} />
      )}
      {children}
      <p className={styles.dropHint} aria-hidden="true">
        <Trans>Drop the picture</Trans>
      </p>
    </DropZone>
  );
}
