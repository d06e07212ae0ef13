import { useLingui } from '@lingui/react/macro';
import { designFile } from '../../nets/design/designFile';
import { torchModule } from '../../nets/readings/torch';
import { CopyLink } from '../ui/CopyLink';
import { DownloadButton } from '../ui/DownloadButton';
import { jsonFile } from '../ui/textFiles';
import styles from './DesignFiles.module.css';
import type { Designing } from './useDesign';

/** What can be taken away: the link, the PyTorch module, and the file that the command line reads. */
export function DesignFiles({ designing: { built } }: { readonly designing: Designing }) {
  const { t } = useLingui();
  const { design, graph } = built;
  const { resolution, classes } = design;
  return (
    <div className={styles.files}>
      <CopyLink />
      <DownloadButton
        label={t`PyTorch module`}
        fileName="design.py"
        make={() => new Blob([torchModule(graph, { id: 'design', options: { classes }, resolution })])}
      />
      <DownloadButton label={t`Design file`} fileName="design.json" make={() => jsonFile(designFile(design))} />
    </div>
  );
}
