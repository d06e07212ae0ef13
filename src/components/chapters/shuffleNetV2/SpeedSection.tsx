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
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessOrder } from '../../explain/lesson/GuessOrder';
import { shuffleNetV2Lesson } from './lesson';
import { PlatformChoice } from './PlatformChoice';
import { SpeedFigure } from './SpeedFigure';
import styles from './ShuffleNetV2.module.css';
import { usePlatform } from './usePlatform';

const { p1, p6 } = shuffleNetV2Lesson.predictions;
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
    <Section id="speed" title={t`Same multiply-adds, different speed`}>
      <Prose>
        <p>
          <Trans>
            Multiply-adds are an indirect measure. What counts is time, and time is also spent reading and writing
            memory, launching each op, and waiting for the one before. So the paper asks for two things: measure speed
            itself, and measure it on the target device.
          </Trans>
        </p>
      </Prose>
      <GuessOrder of={p1} />
      <AfterGuess of={p1}>
        <GuessOrder of={p6} />
      </AfterGuess>
      <AfterGuess of={p6}>
        <div className={styles.card}>
          <Figure
            title={t`At equal multiply-adds, speeds differ up to twofold`}
            files={{ name: fileName, numbers: () => sheetRows(columns, networks) }}
            actions={<PlatformChoice />}
            caption={
              <Trans>
                Each line holds networks with about the same number of multiply-adds. If multiply-adds determined time,
                every dot would be at 1×. ShuffleNet V2 paper, Table 8.
              </Trans>
            }
          >
            <SpeedFigure platform={platform} />
          </Figure>
          <Numbers />
        </div>
      </AfterGuess>
      <Claim
        id="shufflenet-v2/c1"
        claim={<Trans>MAC is the memory access time.</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`section 2`} />}
      >
        <Trans>
          It is the memory access <em>cost</em>: the number of elements read and written if each is moved once, as a
          large enough cache allows. It is no time, and it has nothing to do with MACs, the multiply-adds. That is why
          this app writes it out.
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
        <Trans>The numbers of this figure</Trans>
      </summary>
      <Table
        look="printed"
        className={styles.table}
        label={t`Measured networks`}
        fileName={fileName}
        caption={
          <Trans>
            ShuffleNet V2 paper, Table 8: MACs in millions, top-1 error in %, batches per second on the GPU, images per
            second on ARM
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
