import { Trans, useLingui } from '@lingui/react/macro';
import { residualBottleneck } from '../../../nets/blocks/residualBottleneck';
import { input } from '../../../nets/build';
import { graphOf, inputOf } from '../../../nets/graph';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { convFlavour } from '../../../nets/op';
import { costOf } from '../../../nets/readings/cost';
import { sharesOf } from '../../../nets/readings/shares';
import { shuffleNetV1Experiments, shuffleNetV1Paper } from '../../../nets/papers/shuffleNetV1';
import { exactNumberText, numberFormat, percentText } from '../../ui/numberText';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import { Passage, Prose, Section } from '../../explain/page/ExplorePage';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { MarginNote } from '../../explain/page/MarginNote';
import { SourceLink } from '../../explain/page/SourceLink';
import { GroupProcedure } from './GroupProcedure';
import { GroupedConvolution } from './GroupedConvolution';
import { shuffleNetV1Lesson } from './lesson';
import styles from './ShuffleNetV1.module.css';
import { PageLink } from '../../ui/PageLink';

/** Why the 1x1 convolutions are grouped too, and what groups buy at equal multiply-adds. */
export function GroupingSection() {
  const { i18n, t } = useLingui();
  const share = percentText(resNeXtPointwiseShare, i18n.locale);
  return (
    <Section id="grouping" title={t`Group the 1×1 convolutions too`}>
      <Prose>
        <p>
          <Trans>
            A grouped convolution splits the channels into g groups, each with filters of its own, in four steps.{' '}
            <PageLink to="/counting">Counting</PageLink> works out what it costs: each filter reads only c/g channels,
            so weights and multiply-adds fall g-fold.
          </Trans>
        </p>
      </Prose>
      <GroupProcedure />
      <Prose>
        <p>
          <Trans>
            ResNeXt groups the 3×3 of its bottleneck. What remains is nearly all 1×1: {share} of a unit’s multiply-adds,
            with 256 channels, a bottleneck of 128 and 32 groups.
          </Trans>
        </p>
        <p>
          <Trans>
            A small network cannot afford dense 1×1 convolutions on wide maps. ShuffleNet makes the 3×3 depthwise and
            groups the 1×1 convolutions as well.
          </Trans>
        </p>
      </Prose>
      <GroupedConvolution />
      <WidthGuess />
      <AfterGuess of={shuffleNetV1Lesson.predictions.p6}>
        <Passage>
          <Prose>
            <p>
              <Trans>
                The multiply-adds that are saved buy width. Every column of the table costs about the same, and the maps
                get wider from left to right.
              </Trans>
            </p>
            <GroupsTable />
          </Prose>
          <MarginNote>
            <p>
              <Trans>
                Groups help, up to a point, and small networks most. At 0.5× eight groups are worse than four, perhaps
                because each filter then reads too few channels. At 0.25×, though, eight are best.
              </Trans>
            </p>
            <p>
              <SourceLink source={shuffleNetV1Paper} place={t`Table 2`} />
            </p>
          </MarginNote>
        </Passage>
      </AfterGuess>
    </Section>
  );
}

/** Eight groups at equal multiply-adds: how wide? */
function WidthGuess() {
  const { i18n, t } = useLingui();
  const widthAt = (wanted: number): number => networks.find(({ groups }) => groups === wanted)?.stage2Channels ?? 0;
  return (
    <GuessNumber
      of={shuffleNetV1Lesson.predictions.p6}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Channels of stage 2`}
          tone="plain"
          format={(value) => exactNumberText(value, i18n.locale)}
          isOpen={isOpen}
          guess={guess}
          bars={[
            { id: 'width-1', label: t`one group`, value: widthAt(1) },
            { id: 'width-8', label: t`8 groups`, value: widthAt(8), isAsked: true },
          ]}
        />
      )}
    />
  );
}

const groupCounts = [1, 2, 3, 4, 8] as const;

function GroupsTable() {
  const { i18n, t } = useLingui();
  const number = numberFormat(i18n.locale, { minimumFractionDigits: 1 });
  return (
    <Table
      look="printed"
      className={styles.table}
      isTransposed
      label={t`ShuffleNet by groups`}
      fileName="shufflenet-v1-groups"
      caption={<Trans>ShuffleNet 1×, counted on its graph, and the paper’s top-1 error in % at three sizes</Trans>}
      rows={networks}
      keyOf={({ groups }) => groups}
      columns={[
        { head: t`Groups g`, file: 'groups', value: ({ groups }) => groups },
        {
          head: t`Channels of stage 2`,
          file: 'channels of stage 2',
          value: ({ stage2Channels }) => stage2Channels,
        },
        {
          head: t`MACs`,
          file: 'MACs',
          value: ({ macs }) => macs,
          format: quantity,
          attributes: ({ groups }) => ({ 'data-macs': groups }),
        },
        ...shuffleNetV1Experiments.groups.map(({ width, macsMillions, top1Error }) => {
          const best = Math.min(...groupCounts.map((groups) => top1Error[groups]));
          return {
            head: (
              <Trans>
                Error at {width}×, about {macsMillions} M MACs
              </Trans>
            ),
            file: `error at ${width}x`,
            value: ({ groups }: Network) => top1Error[groups],
            format: (error: number) => (
              <>
                {number.format(error)}
                {error === best ? <span className={styles.bestMark}>{t`best`}</span> : null}
              </>
            ),
            attributes: ({ groups }: Network) => (top1Error[groups] === best ? { className: styles.best } : {}),
          };
        }),
      ]}
    />
  );
}

const networks = groupCounts.map((groups) => {
  const built = shuffleNetV1.build({ groups });
  if (!built.ok) throw new Error(built.error);
  const stage2 = built.value.nodes.find(({ id }) => id === 'stage2.unit1.activation');
  return { groups, stage2Channels: stage2?.shape.channels ?? 0, macs: costOf(built.value).macs };
});

type Network = (typeof networks)[number];

/** The unit of section 3.1: 256 channels, bottleneck 128, cardinality 32 (ResNeXt-50's first stage). */
const resNeXtPointwiseShare = pointwiseShare();

function pointwiseShare(): number {
  const map = input({ height: 56, width: 56, channels: 256 });
  const unit = residualBottleneck('resNeXt', map, { bottleneckChannels: 128, outChannels: 256, spatialGroups: 32 });
  const shares = sharesOf(costOf(graphOf(unit)), ({ node }) =>
    node.op.kind === 'conv' ? convFlavour(node.op, inputOf(node).shape.channels) : undefined,
  );
  return shares.find(({ group }) => group === 'pointwise')?.macsShare ?? 0;
}
