import { Trans } from '@lingui/react/macro';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import { Icon } from '../../ui/Icon';
import styles from './Checkpoints.module.css';
import { checkpointEndings } from './isCheckpointFile';
import type { CheckpointDesk } from './useCheckpointJob';

/** The button to open a weights file. */
export function OpenCheckpoint({ desk }: { readonly desk: CheckpointDesk }) {
  return (
    <FileTrigger
      acceptedFileTypes={[...checkpointEndings]}
      onSelect={(files) => {
        const file = files?.item(0);
        if (file != null) desk.open(file);
      }}
    >
      <AriaButton className={styles.open}>
        <Icon name="file" />
        <Trans>Open a checkpoint</Trans>
      </AriaButton>
    </FileTrigger>
  );
}
