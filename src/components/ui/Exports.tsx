import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { Button } from './Button';
import { CopyLink } from './CopyLink';
import { DownloadButton } from './DownloadButton';
import styles from './Exports.module.css';
import { Icon } from './Icon';
import { pngFile, svgFile } from './pictureFile';
import { csvFile, markdownFile } from './textFiles';

/** What can be taken away of a figure. */
export type Files = {
  /** Stem of the files' names: `shufflenet-v1-unit`. */
  readonly name: string;
  /** The numbers behind the picture, their names first. Called when a file is asked for. */
  readonly numbers?: (() => readonly SheetRow[]) | undefined;
};

type ExportsProps = {
  readonly files: Files;
  /** The place that is saved as a picture; without it there are only numbers. */
  readonly picture?: RefObject<HTMLElement | null>;
  /** Back to the defaults. With it stands the page's address, which holds what it would undo. */
  readonly onReset?: () => void;
};

/** Everything that can be taken away: the picture, the numbers behind it, and the address that shows both again. */
export function Exports({ files, picture, onReset }: ExportsProps) {
  const { t } = useLingui();
  const drawn = (): HTMLElement => {
    const place = picture?.current;
    if (!place) throw new Error(`${files.name}: no picture to save (got none, wanted one on the page)`);
    return place;
  };
  const rows = (): readonly SheetRow[] => files.numbers?.() ?? [];
  const { name } = files;
  return (
    <div className={styles.exports} data-exports>
      {onReset === undefined ? null : (
        <div className={styles.page}>
          <Button look="quiet" icon="reset" onPress={onReset}>
            <Trans>Reset</Trans>
          </Button>
          <CopyLink look="quiet" />
        </div>
      )}
      {picture === undefined ? null : (
        <Formats name={t({ message: 'Picture', context: 'of a figure, to save' })} spokenName={t`Save the picture`}>
          <DownloadButton look="quiet" label="SVG" fileName={`${name}.svg`} make={() => svgFile(drawn())} />
          <DownloadButton look="quiet" label="PNG" fileName={`${name}.png`} make={() => pngFile(drawn())} />
        </Formats>
      )}
      {files.numbers === undefined ? null : (
        <Formats name={t`Numbers`} spokenName={t`Save the numbers`}>
          <DownloadButton look="quiet" label="CSV" fileName={`${name}.csv`} make={() => csvFile(rows())} />
          <DownloadButton look="quiet" label="Markdown" fileName={`${name}.md`} make={() => markdownFile(rows())} />
        </Formats>
      )}
    </div>
  );
}

type FormatsProps = { readonly name: string; readonly spokenName: string; readonly children: ReactNode };

/** One thing to save, in the formats it can be saved in. */
function Formats({ name, spokenName, children }: FormatsProps) {
  return (
    <div className={styles.formats} role="group" aria-label={spokenName}>
      <span className={styles.name} aria-hidden="true">
        <Icon name="download" />
        {name}
      </span>
      {children}
    </div>
  );
}
