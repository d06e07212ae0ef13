import { Trans, useLingui } from '@lingui/react/macro';
import { csvOf, markdownOf } from '../../nets/readings/spreadsheet';
import { Button } from '../controls/Button';
import { CopyLink } from '../controls/CopyLink';
import { DownloadButton } from '../controls/DownloadButton';
import styles from './Workbench.module.css';
import { pngFile, svgFile } from './pictureFile';
import type { Exploration } from './useExploration';

type ExportsProps = {
  readonly exploration: Exploration;
  /** The picture that is saved. */
  readonly svg: () => SVGSVGElement | undefined;
};

/** Reset, the page's address, and what can be taken away: the picture and the block's numbers as files. */
export function Exports({ exploration, svg }: ExportsProps) {
  const { t } = useLingui();
  const { explorable, block, reset } = exploration;
  const picture = (make: (svg: SVGSVGElement) => Blob | Promise<Blob>) => () => {
    const drawn = svg();
    if (drawn === undefined) throw new Error(`${explorable.id}: no picture to save (got none, wanted one svg)`);
    return make(drawn);
  };
  const file = (extension: string): string => `${explorable.id}.${extension}`;
  return (
    <div className={styles['exports']}>
      <Button icon="reset" onPress={reset}>
        <Trans>Reset</Trans>
      </Button>
      <CopyLink />
      <DownloadButton label="SVG" fileName={file('svg')} make={picture(svgFile)} />
      <DownloadButton label="PNG" fileName={file('png')} make={picture(pngFile)} />
      <DownloadButton
        label={t`Numbers as CSV`}
        fileName={file('csv')}
        make={() => new Blob([csvOf(block.cost)], { type: 'text/csv' })}
      />
      <DownloadButton
        label={t`Numbers as Markdown`}
        fileName={file('md')}
        make={() => new Blob([markdownOf(block.cost)], { type: 'text/markdown' })}
      />
    </div>
  );
}
