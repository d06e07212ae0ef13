import { Trans } from '@lingui/react/macro';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { Icon } from '../../ui/Icon';
import styles from './Checkpoints.module.css';
import { checkpointEndings } from './isCheckpointFile';
import type { CheckpointDesk } from './useCheckpointJob';

/** The button to open a weights file, or several files that belong together. */
export function OpenCheckpoint({ desk }: { readonly desk: CheckpointDesk }) {
  return (
    <FileTrigger
      acceptedFileTypes={[...checkpointEndings, '.txt']}
      allowsMultiple
      onSelect={(files) => {
        if (files !== null && files.length > 0) desk.open([...files], 'button');
      }}
    >
      <AriaButton className={styles.open}>
        <Icon name="file" />
        <Trans>Open a checkpoint</Trans>
      </AriaButton>
    </FileTrigger>
  );
}
