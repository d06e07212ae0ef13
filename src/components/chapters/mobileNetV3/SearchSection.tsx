import { Trans, useLingui } from '@lingui/react/macro';
import { groups } from 'd3-array';
import { nearestOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { bottlenecksOf } from '../../../nets/readings/bottlenecks';
import { mobileNetV3Paper } from '../../../nets/papers/mobileNetV3';
import { rewardExponents, rewardFactor } from '../../../viz/chapters/searchReward';
import { steps } from '../../../nets/steps';
import { NumberSlider } from '../../ui/NumberSlider';
import { percentText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Formula } from '../../explain/cost/Formula';
import { NetAdaptStep } from './NetAdaptStep';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { ControllerFigure } from './ControllerFigure';
import { mobileNetV3Lesson } from './lesson';
import cards from './MobileNetV3.module.css';
import styles from './SearchSection.module.css';
import type { Family } from './SizeChoice';
import { SizeChoice } from './SizeChoice';

const { p4 } = mobileNetV3Lesson.predictions;
const latencies = steps(0.5, 3, 0.1);
const deltas = [...steps(0.5, 3, 0.5), 4, 5];

const parsers = { latency: nearestOf(latencies).withDefault(2), delta: nearestOf(deltas).withDefault(1) };
const urlKeys = { latency: 'search.latency', delta: 'search.delta' };

/** The two searches behind the network: the block of each stage, then the width of each layer. */
export function SearchSection({ family }: { readonly family: Family }) {
  const { t } = useLingui();
  const [{ latency, delta }, setQuery] = useAddress(parsers, urlKeys);
  const blocks = bottlenecksOf(family.block.graph);
  return (
    <Section id="searches" title={t`Two searches, coarse and fine`}>
      <Prose>
        <p>
          <Trans>
            Widths such as 200 and 184 were not hand-picked. A first search chose the blocks of each stage; a second one
            trimmed each layer. Both measure time on a real phone instead of counting multiply-adds.
          </Trans>
        </p>
      </Prose>
      <RewardGuess />
      <SizeChoice family={family} />
      <div className={styles.searches}>
        <section aria-label={t`Block-wise search`} className={styles.search}>
          <h3>
            <Trans>1. Block-wise search: which block in each stage?</Trans>
          </h3>
          <ol className={styles.loop}>
            <li>
              <Trans>
                A controller, a recurrent network, picks kernel size, SE or none, and width for every stage.
              </Trans>
            </li>
            <li>
              <Trans>The candidate is trained for a few epochs and timed on a phone.</Trans>
            </li>
            <li>
              <Trans>
                The reward combines accuracy and latency. By reinforcement learning, choices that earned a high reward
                become more likely. Repeat.
              </Trans>
            </li>
          </ol>
          <StageChoices blocks={blocks} />
          <AfterGuess of={p4}>
            <NumberSlider
              label={t`Latency over its target`}
              values={latencies}
              value={latency}
              onChange={(value) => void setQuery({ latency: value })}
            />
            <Reward latency={latency} />
          </AfterGuess>
        </section>
        <section aria-label={t`NetAdapt`} className={styles.search}>
          <h3>
            <Trans>2. NetAdapt: how wide is each layer?</Trans>
          </h3>
          <ol className={styles.loop}>
            <li>
              <Trans>
                Propose many variants of the current network, each at least δ faster: one with a narrower expansion, one
                with a narrower bottleneck in all blocks that share its width, and so on.
              </Trans>
            </li>
            <li>
              <Trans>Fine-tune each proposal for a few thousand steps.</Trans>
            </li>
            <li>
              <Trans>
                Keep the one that loses the least accuracy per millisecond saved. Repeat until the target is met.
              </Trans>
            </li>
          </ol>
          <NumberSlider
            label={t`Minimum saving δ`}
            values={deltas}
            value={delta}
            unit="%"
            onChange={(value) => void setQuery({ delta: value })}
            hint={t`1% of the first network’s latency in the paper.`}
          />
          <NetAdaptStep blocks={blocks} wholeMacs={family.block.cost.macs} delta={delta / 100} />
        </section>
      </div>
      <Prose>
        <p>
          <Trans>
            How does a reward steer a search? The controller starts without preference. A choice that earned more than
            the average becomes more likely, one that earned less becomes rarer: that is reinforcement learning. What
            this loop found is MnasNet-A1, and V3-Large starts from it. Here a controller has four finished networks to
            propose, with their measured accuracy and time.
          </Trans>
        </p>
      </Prose>
      <div className={cards.card}>
        <ControllerFigure />
      </div>
      <Claim
        id="mobilenet-v3/c5"
        claim={<Trans>The channels of V3 were found by “NASAdapt”.</Trans>}
        sources={<SourceLink source={mobileNetV3Paper} place={t`sections 4.1 and 4.2`} />}
      >
        <Trans>
          The method is NetAdapt, and it comes second. The block-wise search comes first: V3-Large starts from its
          earlier result, MnasNet-A1; for V3-Small it was run again.
        </Trans>
      </Claim>
    </Section>
  );
}

/** What the first search chose for each stage, read from the graph. */
function StageChoices({ blocks }: { readonly blocks: readonly Bottleneck[] }) {
  const { t } = useLingui();
  const stages = groups(blocks, ({ output }) => output.channels);
  return (
    <div className={styles.choices}>
      <p className={styles.label}>{t`What it chose for each stage: width, kernel size, SE, blocks`}</p>
      <ul className={styles.stages}>
        {stages.map(([channels, members]) => {
          const windows = [...new Set(members.map(({ kernel }) => `${kernel}×${kernel}`))].join(', ');
          const hasSqueeze = members.some(({ squeezeChannels }) => squeezeChannels !== undefined);
          return (
            <li key={channels} className={styles.stage}>
              <strong>{channels}</strong>
              <span>{windows}</span> <span>{hasSqueeze ? 'SE' : '–'}</span> <span>× {members.length}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Reward({ latency }: { readonly latency: number }) {
  const { i18n, t } = useLingui();
  const percent = (w: number) => percentText(rewardFactor(latency, w), i18n.locale);
  return (
    <>
      <p>
        <Formula tex="\text{reward} = \text{accuracy} \times \left(\frac{\text{latency}}{\text{target}}\right)^{w}" />
      </p>
      <Readouts>
        <Readout label={t`Factor at w = −0.07`} value={percent(rewardExponents.mnasNet)} note={t`MnasNet, V3-Large`} />
        <Readout label={t`Factor at w = −0.15`} value={percent(rewardExponents.small)} note={t`V3-Small`} />
      </Readouts>
      <p className={styles.note}>
        <Trans>
          A small network gains accuracy quickly when it may take longer. The larger exponent keeps its search near the
          target.
        </Trans>
      </p>
    </>
  );
}

/** What is left of the reward when a network takes twice as long. */
function RewardGuess() {
  const { i18n, t } = useLingui();
  return (
    <GuessNumber
      of={p4}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Reward`}
          tone="plain"
          format={(value) => percentText(value / 100, i18n.locale)}
          isOpen={isOpen}
          guess={guess}
          bars={[
            { id: 'on-target', label: t`on target`, value: 100 },
            { id: 'slow', label: t`twice as long`, value: p4.answer(), isAsked: true },
          ]}
        />
      )}
    />
  );
}
