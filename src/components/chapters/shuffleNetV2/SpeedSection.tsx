import { Trans, useLingui } from '@lingui/react/macro';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import type { MeasuredNetwork } from '../../../nets/papers/shuffleNetV2';
import { shuffleNetV2Experiments, shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { Figure } from '../../ui/Figure';
import { useNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import type { Column } from '../../ui/tableColumn';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Prediction } from '../../explain/page/Prediction';
import { PlatformChoice } from './PlatformChoice';
import { SpeedFigure } from './SpeedFigure';
import styles from './ShuffleNetV2.module.css';
import { usePlatform } from './usePlatform';

const { networks } = shuffleNetV2Experiments;
/** Stem of the file names of the picture and its numbers. */
const fileName = 'measured-speed';
const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** Why multiply-adds are not enough: networks with equal counts differ in speed. */
export function SpeedSection() {
  const { t } = useLingui();
  const [platform] = usePlatform();
  const columns = useNetworkColumns();
  return (
    <Section id="speed" title={t`As many multiply-adds, not as fast`}>
      <Prose>
        <p>
          <Trans>
            Multiply-adds are an indirect measure. What counts is time, and time also goes into reading and writing
            memory, into starting each op, and into waiting for the one before. So the paper asks for two things:
            measure speed itself, and measure it on the device that is meant.
          </Trans>
        </p>
      </Prose>
      <Prediction
        question={t`Four networks of about 300 M MACs on a GTX 1080 Ti: which runs fastest?`}
        options={[
          { value: 'ShuffleNet V1', label: 'ShuffleNet V1' },
          { value: 'ShuffleNet V2', label: 'ShuffleNet V2' },
          { value: 'MobileNet V1', label: 'MobileNet V1' },
          { value: 'MobileNet V2', label: 'MobileNet V2' },
        ]}
        answer="MobileNet V1"
      >
        <Trans>
          MobileNet V1 is fastest on this GPU, at 314 batches per second: a plain chain of few layers. ShuffleNet V2 has
          255, MobileNet V2 180, ShuffleNet V1 164. On the ARM processor the order changes, and ShuffleNet V2 leads; and
          at these MACs it makes 27.4% errors where MobileNet V1 makes 31.6%.
        </Trans>
      </Prediction>
      <Figure
        title={t`Measured speed at equal multiply-adds`}
        files={{ name: fileName, numbers: () => sheetRows(columns, networks) }}
        actions={<PlatformChoice />}
        caption={
          <Trans>
            ShuffleNet V2 paper, Table 8. Each line holds networks of about as many multiply-adds; the dots are their
            speeds. If multiply-adds were time, every dot would be at 1×. Speeds of other hardware and software differ.
          </Trans>
        }
      >
        <SpeedFigure platform={platform} />
      </Figure>
      <Numbers />
      <Claim
        claim={<Trans>MAC is the memory access time.</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`section 2`} />}
      >
        <Trans>
          It is the memory access <em>cost</em>: how many elements are read and written if each is moved once, which a
          large enough cache would allow. It is no time, and it has nothing to do with MACs, the multiply-adds. We write
          it out for that reason.
        </Trans>
      </Claim>
    </Section>
  );
}

/** The figure as a table. */
function Numbers() {
  const { t } = useLingui();
  return (
    <details className={styles.details}>
      <summary>
        <Trans>All numbers of this figure</Trans>
      </summary>
      <Table
        look="printed"
        className={styles.table}
        label={t`Measured networks`}
        fileName={fileName}
        caption={
          <Trans>
            ShuffleNet V2 paper, Table 8: MACs in millions, top-1 error in per cent, batches per second on the GPU,
            images per second on ARM
          </Trans>
        }
        rows={networks}
        keyOf={({ family, variant }) => `${family} ${variant}`}
        columns={useNetworkColumns()}
      />
    </details>
  );
}

/** Files hold both devices, whichever the picture shows. */
function useNetworkColumns(): readonly Column<MeasuredNetwork>[] {
  const { t } = useLingui();
  const number = useNumberText(oneDecimal);
  return [
    {
      head: t`Network`,
      file: 'family',
      value: ({ family }) => family,
      show: ({ family, variant }) => (
        <>
          {family} {variant}
        </>
      ),
    },
    { file: 'variant', value: ({ variant }) => variant },
    { head: t`MACs`, file: 'macsMillions', value: ({ macsMillions }) => macsMillions },
    { head: t`Error`, file: 'top1Error', value: ({ top1Error }) => top1Error, format: number },
    { head: 'GPU', file: 'gpu', value: ({ gpu }) => gpu },
    { head: 'ARM', file: 'arm', value: ({ arm }) => arm, format: number },
  ];
}
