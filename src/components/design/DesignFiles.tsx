import { useLingui } from '@lingui/react/macro';
import { designFile } from '../../nets/design/designFile';
import type { Graph } from '../../nets/graph';
import { torchModule } from '../../nets/readings/torch';
import { CopyLink } from '../ui/CopyLink';
import { DownloadButton } from '../ui/DownloadButton';
import { jsonFile } from '../ui/textFiles';
import styles from './DesignFiles.module.css';
import type { Designing } from './useDesign';

/** What can be taken away: the link, the network for PyTorch and as ONNX, and the file that the command line reads. */
export function DesignFiles({ designing: { built, counted } }: { readonly designing: Designing }) {
  const { t } = useLingui();
  const { design, graph } = built;
  const { cost } = counted;
  const { resolution, classes } = design;
  return (
    <div className={styles.files}>
      <CopyLink />
      <DownloadButton
        label={t`PyTorch module`}
        fileName="design.py"
        make={() => new Blob([torchModule(graph, { id: 'design', options: { classes }, resolution })])}
      />
      {cost.params > maxOnnxParams ? null : (
        <DownloadButton label={t`ONNX, random weights`} fileName="design.onnx" make={() => onnxFile(graph)} />
      )}
      <DownloadButton label={t`Design file`} fileName="design.json" make={() => jsonFile(designFile(design))} />
    </div>
  );
}

/** More do not fit into the memory of a page, twice. */
const maxOnnxParams = 100e6;

async function onnxFile(graph: Graph): Promise<Blob> {
  const [{ onnxModel }, { randomTensors }] = await Promise.all([
    import('../../run/onnxFile/onnxModel'),
    import('../../run/weights/randomTensors'),
  ]);
  return new Blob([onnxModel(graph, randomTensors(graph))]);
}
