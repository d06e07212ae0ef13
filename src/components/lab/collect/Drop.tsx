import { Trans, useLingui } from '@lingui/react/macro';
import { DropZone, FileTrigger, type DirectoryDropItem, type DropItem } from 'react-aria-components';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import styles from './CollectPage.module.css';

type DropProps = {
  readonly onFiles: (files: readonly File[]) => void;
  /** Files read so far; null when none are being read. */
  readonly progress: { readonly done: number; readonly total: number } | null;
};

/** Takes results from files: chosen or dropped, one or many, or a folder of them. */
export function Drop({ onFiles, progress }: DropProps) {
  const { t } = useLingui();
  return (
    <DropZone
      className={`${styles.way} ${styles.drop}`}
      aria-label={t`Drop result files here`}
      onDrop={({ items }) => {
        void Promise.all(items.map(filesOf)).then((files) => {
          onFiles(files.flat());
        });
      }}
    >
      <p>
        <Trans>Drop result files here</Trans>
      </p>
      <FileTrigger
        acceptedFileTypes={['application/json', 'text/plain']}
        allowsMultiple
        onSelect={(files) => {
          onFiles([...(files ?? [])]);
        }}
      >
        <Button icon="file" onPress={() => undefined}>
          <Trans>Choose files</Trans>
        </Button>
      </FileTrigger>
      {progress === null ? null : (
        <Progress
          label={t`Reading files`}
          detail={t`${progress.done} of ${progress.total}`}
          fraction={progress.done / progress.total}
        />
      )}
    </DropZone>
  );
}

/** The files of what was dropped; a dragged link counts as a file that holds it. */
async function filesOf(item: DropItem): Promise<readonly File[]> {
  switch (item.kind) {
    case 'file':
      return [await item.getFile()];
    case 'directory':
      return filesIn(item);
    case 'text':
      return item.types.has('text/plain') ? [new File([await item.getText('text/plain')], 'text')] : [];
  }
}

async function filesIn(folder: DirectoryDropItem): Promise<readonly File[]> {
  const files: File[] = [];
  for await (const entry of folder.getEntries()) files.push(...(await filesOf(entry)));
  return files;
}
