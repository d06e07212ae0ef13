import { Trans, useLingui } from '@lingui/react/macro';
import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';
import { builtGraph } from '../../../nets/models/model';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { costOf } from '../../../nets/readings/cost';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { memoryByKind, memoryKinds } from '../../../nets/readings/memoryKinds';
import { shuffleNetV2Experiments, shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { shortNumberText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { StackedBarChart } from '../../ui/charts/StackedBarChart';
import { useMemoryKindBars } from '../../explain/cost/useMemoryKindBars';
import styles from './ShuffleNetV2.module.css';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { versionCosts } from './counts';
import { shuffleNetV2Lesson } from './lesson';
import { StageTable } from './StageTable';
import { PageLink } from '../../ui/PageLink';

const { p10 } = shuffleNetV2Lesson.predictions;
/** How many times V1’s memory access each option says. */
const guessedTimes = { more: versionCosts.v2.macs / versionCosts.v1.macs, same: 1 };

const widths = ['0.5', '1', '1.5', '2'] as const;

/** The network at its four widths, and how well it follows its own guidelines. */
export function NetworkSection() {
  const { i18n, t } = useLingui();
  const [width, setWidth] = useAddressValue('width', oneOf(widths).withDefault('1'));
  return (
    <Section id="network" title={t`The network at four widths`}>
      <Prose>
        <p>
          <Trans>
            A first convolution, three stages whose first unit has stride 2, and the classifier: the layout of V1, with
            one addition. A 1×1 convolution, Conv5, mixes all channels once more before global pooling.
          </Trans>
        </p>
      </Prose>
      <ChoiceControl
        label={t`Width`}
        options={widths.map((value) => ({ value, label: `${value}×` }))}
        value={width}
        onChange={(chosen) => {
          void setWidth(chosen);
        }}
      />
      <StageTable chosen={Number(width)} />
      <p>
        <PageLink to={`/networks?net=shufflenet-v2:width=${width}`}>
          <Trans>Every layer of ShuffleNet V2 {width}×</Trans>
        </PageLink>
      </p>
      <GuessChoice
        of={p10}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Memory access`}
            tone="memory"
            format={(value) => shortNumberText(value, i18n.locale)}
            bars={[
              { id: 'asked-v1', label: t`V1, g = 3`, value: versionCosts.v1.memoryAccess },
              { id: 'asked-v2', label: 'V2', value: versionCosts.v2.memoryAccess, isAsked: true },
            ]}
            isOpen={isOpen}
            isAbout
            guess={
              guess === undefined || guess === 'less' ? undefined : versionCosts.v1.memoryAccess * guessedTimes[guess]
            }
          />
        )}
      />
      <AfterGuess of={p10}>
        <VersionsFigure width={Number(width)} />
      </AfterGuess>
      <Claim
        id="shufflenet-v2/c11"
        claim={<Trans>V2 got rid of the slow channel shuffle.</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`section 3`} />}
      >
        <Trans>
          V2 shuffles in every unit, and over all channels. What it gave up are grouped convolutions, bottlenecks and
          additions.
        </Trans>
      </Claim>
    </Section>
  );
}

/** Both versions at one width: memory access and measured speed. */
function VersionsFigure({ width }: { readonly width: number }) {
  const { i18n, t } = useLingui();
  const kinds = useMemoryKindBars();
  const networks = [
    { id: 'v1-8', label: t`V1, g = 8`, graph: builtGraph(shuffleNetV1, { width, groups: 8 }) },
    { id: 'v1-3', label: t`V1, g = 3`, graph: builtGraph(shuffleNetV1, { width, groups: 3 }) },
    { id: 'v2', label: 'V2', graph: builtGraph(shuffleNetV2, { width }) },
  ].map((network) => ({ ...network, cost: costOf(network.graph) }));
  const [, before, after] = networks;
  const [slow, fast] = (['ShuffleNet V1', 'ShuffleNet V2'] as const).map((family) =>
    shuffleNetV2Experiments.networks.find((known) => known.family === family && parseFloat(known.variant) === width),
  );
  const short = (value: number | undefined): string => shortNumberText(value ?? 0, i18n.locale);
  const [macsBefore, macsAfter] = [short(before?.cost.macs), short(after?.cost.macs)];
  const [movedBefore, movedAfter] = [short(before?.cost.memoryAccess), short(after?.cost.memoryAccess)];
  const [gpuBefore, gpuAfter, armBefore, armAfter] = [slow?.gpu, fast?.gpu, slow?.arm, fast?.arm].map((speed) =>
    String(speed ?? '–'),
  );
  return (
    <>
      <Prose>
        <p>
          <Trans>
            Does V2 follow its own guidelines? At {width}×, V1 with three groups has {macsBefore} MACs and moves{' '}
            {movedBefore} elements; V2 has {macsAfter} MACs and moves {movedAfter}. The paper measured {gpuBefore}{' '}
            against {gpuAfter} batches per second on the GPU, and {armBefore} against {armAfter} images per second on
            ARM.
          </Trans>
        </p>
      </Prose>
      <div className={styles.card}>
        <Figure
          title={t`What V1 and V2 move at ${width}×`}
          files={{
            name: 'shufflenet-memory-access',
            numbers: () => recordRows(networks.map(({ id, cost }) => ({ network: id, ...memoryByKind(cost) }))),
          }}
          caption={
            <Trans>
              Memory access at 224 × 224, every op by itself. In V2 split, concatenation and shuffle are three ops;
              merged into one, as the paper intends, they would move a third.
            </Trans>
          }
        >
          <StackedBarChart
            name={t`Memory access at ${width}×: V1 with three groups ${movedBefore} elements, V2 ${movedAfter}`}
            labelWidth={76}
            rows={networks.map(({ id, label, cost }) => {
              const memory = memoryByKind(cost);
              return {
                id,
                label,
                isMarked: id === 'v2',
                parts: memoryKinds.map((kind) => ({ kind, value: memory[kind] })),
              };
            })}
            kinds={kinds}
          />
        </Figure>
      </div>
    </>
  );
}
