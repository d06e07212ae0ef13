import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { Button } from './Button';
import { CopyEmbed } from './CopyEmbed';
import { CopyLink } from './CopyLink';
import { DownloadButton } from './DownloadButton';
import styles from './Exports.module.css';
import { Icon } from './Icon';
import { pngFile, svgFile } from './pictureFile';
import { csvFile, markdownFile } from './textFiles';

/** The files of a figure or table. */
export type Files = {
  /** File name without extension, and the figure's name in links: `shufflenet-v1-unit`. */
  readonly name: string;
  /** The rows of CSV and Markdown, column names first. Called on save. */
  readonly numbers?: (() => readonly SheetRow[]) | undefined;
};

/** Shows the numbers as a table on the page. */
export type TableToggle = { readonly isShown: boolean; readonly onShow: (isShown: boolean) => void };

export type ExportsProps = {
  /** What it belongs to: the title of the figure or table. */
  readonly title: string;
  readonly files: Files;
  /** The element saved as a picture; without it, only numbers are offered. */
  readonly picture?: RefObject<HTMLElement | null>;
  /** The `id` of the figure, which the link that can be copied arrives at. */
  readonly place?: string;
  /** Restores the defaults. */
  readonly onReset?: () => void;
  readonly table?: TableToggle | undefined;
};

/** Everything that can be saved: the picture, its numbers, and the address that shows both again. */
export function Exports({ title, files, picture, place, onReset, table }: ExportsProps) {
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
      {place === undefined && onReset === undefined ? null : (
        <div className={styles.page}>
          {onReset === undefined ? null : (
            <Button look="quiet" icon="reset" onPress={onReset}>
              <Trans>Reset</Trans>
            </Button>
          )}
          <CopyLink look="quiet" {...(place === undefined ? {} : { place })} />
          {place === undefined ? null : <CopyEmbed figure={{ name, place, title }} />}
        </div>
      )}
      {table === undefined ? null : (
        <Button
          look="quiet"
          icon="table"
          onPress={() => {
            table.onShow(!table.isShown);
          }}
        >
          {table.isShown ? <Trans>Hide the table</Trans> : <Trans>Show as table</Trans>}
        </Button>
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

/** The file formats of one thing to save. */
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
