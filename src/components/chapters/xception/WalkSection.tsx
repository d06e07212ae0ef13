import { Trans, useLingui } from '@lingui/react/macro';
import type { InceptionStep } from '../../../nets/explorables/inceptionWalk';
import { inceptionSteps, inceptionWalk } from '../../../nets/explorables/inceptionWalk';
import { costOf } from '../../../nets/readings/cost';
import { ComparisonBars } from '../../ui/charts/ComparisonBars';
import { Sized } from '../../ui/Sized';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { stepCost, xceptionLesson } from './lesson';
import { sharedStep } from './sharedStep';
import { InceptionMorphPicture } from './InceptionMorphPicture';
import { useStepNames } from './useStepNames';
import styles from './WalkSection.module.css';

/** The four-step walk as one changing picture. */
export function WalkSection() {
  const { t } = useLingui();
  const exploration = useExploration(inceptionWalk);
  const names = useStepNames();
  const step = inceptionSteps.find((known) => known === exploration.values['step']) ?? 'inception';
  const stepName = names[step];
  const texts: Readonly<Record<InceptionStep, string>> = {
    inception: t`Four branches: one pools, one is a 1×1, one ends in a 3×3, one in two. Each has its own 1×1.`,
    simplified: t`Branches of one kind: a 1×1, then a 3×3.`,
    shared: t`All 1×1 convolutions read the same input, so they are one wide 1×1 whose output is cut into segments: the same function with the same params and MACs.`,
    extreme: t`A segment for each channel: each channel has a 3×3 kernel of its own. That is a depthwise convolution.`,
  };
  return (
    <Section id="four-steps" title={t`Four steps from Inception to Xception`}>
      <Prose>
        <p>
          <Trans>
            Step 1 is an Inception module: four branches, each with a 1×1 that maps the channels into a smaller space,
            then filters in space. Step 2 simplifies it to branches of one kind: a 1×1, then a 3×3.
          </Trans>
        </p>
      </Prose>
      <SharedGuess />
      <Prose>
        <p>
          <Trans>
            Step 3 draws the three 1×1 as one, whose output is cut into a segment for each branch. Now the number of
            segments is free: nothing says three. Step 4 goes all the way and cuts a segment for each channel.
          </Trans>
        </p>
      </Prose>
      <ExtremeGuess />
      <AfterGuess of={xceptionLesson.predictions.p2}>
        <Explorer
          exploration={exploration}
          title={names[step]}
          blockName={names[step]}
          replacedName={t`One 3×3`}
          picture={
            <>
              <p className={styles.what}>{texts[step]}</p>
              <Sized>
                {(width) => (
                  <InceptionMorphPicture
                    step={step}
                    name={t`${stepName}: which channels share a convolution`}
                    width={width}
                  />
                )}
              </Sized>
            </>
          }
          knobs={{
            step: { label: t`Step`, choices: names },
            inChannels: { label: t`Input channels` },
            outChannels: { label: t`Output channels` },
            towers: { label: t`Branches or segments`, hint: t`Figures 2 and 3 only.` },
            resolution: { label: t`Height and width`, unit: 'px' },
          }}
          isDiagramFolded
          readouts={<StepCosts exploration={exploration} />}
        />
        <TryThis
          prompts={[
            {
              id: 'join',
              text: (
                <Trans>
                  Go from the simplified to the shared step: not a single multiply-add changes. Does the memory access?
                </Trans>
              ),
              answer: (
                <Trans>
                  Not with three branches. One wide 1×1 reads the input once instead of three times, but cutting its
                  output into segments moves as many elements as that saves.
                </Trans>
              ),
              set: () => {
                exploration.choose(sharedStep);
              },
            },
            {
              id: 'segments',
              text: (
                <Trans>
                  Cut the shared step into twelve segments: the 3×3 part costs a quarter of what it did with three.
                </Trans>
              ),
              set: () => {
                exploration.choose({ step: 'shared', towers: 12 });
              },
            },
            {
              id: 'extreme',
              text: <Trans>Then go all the way: nearly all that remains is the 1×1 convolution.</Trans>,
              set: () => {
                exploration.choose({ step: 'extreme' });
              },
            },
          ]}
        />
        <Prose>
          <p>
            <Trans>
              The number of segments is a scale. At one end is a standard 3×3 over all channels, at the other one 3×3
              kernel per channel; Inception modules lie in between, with three or four.
            </Trans>
          </p>
        </Prose>
      </AfterGuess>
    </Section>
  );
}

/** Three 1×1 convolutions become one: what happens to the params? */
function SharedGuess() {
  const { i18n, t } = useLingui();
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [apart, shared] = [stepCost('simplified').params, stepCost('shared').params];
  const meant = { third: apart / 3, fewer: 0.9 * apart, same: undefined };
  return (
    <GuessChoice
      of={xceptionLesson.predictions.p1}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Params`}
          tone="params"
          format={exact}
          bars={[
            { id: 'simplified', label: t`Simplified`, value: apart },
            { id: 'shared', label: t`One shared 1×1`, value: shared, isAsked: true },
          ]}
          isOpen={isOpen}
          isAbout
          guess={guess === undefined ? undefined : meant[guess]}
        />
      )}
    />
  );
}

/** A kernel for each channel: how much is saved? */
function ExtremeGuess() {
  const { i18n, t } = useLingui();
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const [standard, extreme] = [stepCost('standard').macs, stepCost('extreme').macs];
  return (
    <GuessNumber
      of={xceptionLesson.predictions.p2}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`MACs`}
          tone="macs"
          format={exact}
          bars={[
            { id: 'standard', label: t`One 3×3`, value: standard },
            { id: 'extreme', label: t`Extreme`, value: extreme, isAsked: true },
          ]}
          isOpen={isOpen}
          guess={guess === undefined ? undefined : standard / guess}
        />
      )}
    />
  );
}

/** The multiply-adds of all four steps at the chosen sizes. */
function StepCosts({ exploration }: { readonly exploration: Exploration }) {
  const { t } = useLingui();
  const names = useStepNames();
  return (
    <section className={styles.costs} data-second>
      <ComparisonBars
        name={t`MACs of the four steps`}
        fileName="inception-steps"
        bars={inceptionSteps.map((step) => ({
          id: `step-${step}`,
          label: names[step],
          value: costOf(inceptionWalk.graph({ ...exploration.values, step })).macs,
          tone: step === exploration.values['step'] ? 'subject' : 'other',
        }))}
      />
    </section>
  );
}
