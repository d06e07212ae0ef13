import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { channelReach } from '../../../nets/explorables/channelShuffle';
import type { Graph } from '../../../nets/graph';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { contributorsOf } from '../../../nets/readings/contributors';
import { Figure } from '../../ui/Figure';
import { Readout, Readouts } from '../../ui/Readout';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { filesOf } from '../../explain/exploration/filesOf';
import { KnobControls } from '../../explain/exploration/KnobControls';
import { TryThis } from '../../explain/page/TryThis';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { groupLetter } from '../../explain/diagram/groupMark';
import { shuffleNetV1Lesson } from './lesson';
import { ReachFigure } from './ReachFigure';
import { SlowReachAnswer } from './SlowReachAnswer';
import { StackGuess } from './StackGuess';
import styles from './ShuffleNetV1.module.css';

/** Which inputs can reach an output, with the shuffle and without. */
export function ReachSection() {
  const { t } = useLingui();
  const exploration = useExploration(channelReach);
  return (
    <Section id="reach" title={t`Which inputs influence which outputs?`}>
      <Prose>
        <p>
          <Trans>
            Take two grouped 1×1 convolutions as a unit, as in the paper’s figure 1. Choose an output channel:
            everything that influences it lights up, back to the input. The rest of a ShuffleNet unit, the depthwise
            convolution and the shortcut, mixes no channels and changes nothing here.
          </Trans>
        </p>
      </Prose>
      <GuessChoice
        of={shuffleNetV1Lesson.predictions.p5}
        figure={({ isOpen, guess }) => (
          <StackGuess
            groups={8}
            channelsPerGroup={3}
            wiring="shuffled"
            isOpen={isOpen}
            guess={guess === undefined ? undefined : Number(guess)}
          />
        )}
      />
      <ReachBench exploration={exploration} />
      <Lesson />
    </Section>
  );
}

type ReachBenchProps = { readonly exploration: Exploration<keyof typeof channelReach.knobs> };

function ReachBench({ exploration }: ReachBenchProps) {
  const { t } = useLingui();
  const { values, block, replaced, choose } = exploration;
  const output = Number(values['output']);
  const pick = (chosen: number) => {
    choose({ output: chosen });
  };
  return (
    <>
      <div className={styles.bench} data-workbench>
        <Figure
          title={t`What reaches one output channel`}
          files={filesOf(exploration)}
          onReset={exploration.reset}
          caption={
            <Trans>
              Each row holds the channels after one layer, with the letters of their groups; the input is on top. Click
              a channel of the last row, or use the slider.
            </Trans>
          }
        >
          <div className={styles.pair}>
            <ReachFigure graph={block.graph} title={t`With shuffle`} output={output} onPick={pick} />
            {replaced === undefined ? null : (
              <ReachFigure graph={replaced.graph} title={t`Without shuffle`} output={output} onPick={pick} />
            )}
          </div>
        </Figure>
        <KnobControls
          exploration={exploration}
          texts={{
            groups: { label: t`Groups g` },
            channelsPerGroup: { label: t`Channels per group n` },
            units: { label: t`Units` },
            output: { label: t`Output channel, from 0` },
          }}
        />
        <Readouts>
          <Readout
            label={t`Groups that reach it, with shuffle`}
            value={lettersReaching(block.graph, values)}
            note={t`min(g, nᵁ) after U units`}
          />
          <Readout
            label={t`Without shuffle`}
            value={replaced === undefined ? '' : lettersReaching(replaced.graph, values)}
            note={t`its own, after any number of units`}
          />
        </Readouts>
      </div>
      <ReachPrompts choose={choose} />
    </>
  );
}

function ReachPrompts({ choose }: Pick<ReachBenchProps['exploration'], 'choose'>) {
  return (
    <TryThis
      prompts={[
        {
          id: 'reach-one',
          text: (
            <Trans>
              Four groups of four: one unit is enough, because each group of the second convolution holds all four
              letters.
            </Trans>
          ),
          set: () => {
            choose({ groups: 4, channelsPerGroup: 4, units: 1, output: 0 });
          },
        },
        {
          id: 'reach-slow',
          text: (
            <Trans>
              Eight groups of two: each unit only doubles the reach. Add units until all 16 inputs light up.
            </Trans>
          ),
          answer: <SlowReachAnswer />,
          set: () => {
            choose({ groups: 8, channelsPerGroup: 2, units: 1, output: 0 });
          },
        },
        {
          id: 'reach-never',
          text: <Trans>One channel per group: the shuffle moves nothing, and no number of units helps.</Trans>,
          set: () => {
            choose({ groups: 6, channelsPerGroup: 1, units: 4, output: 0 });
          },
        },
      ]}
    />
  );
}

/** The same in the whole networks: the fewest channels per group on any shuffled map. */
function Lesson() {
  const wide = useMemo(() => fewestPerGroup(1), []);
  const narrow = useMemo(() => fewestPerGroup(0.25), []);
  return (
    <Prose>
      <p>
        <Trans>
          One shuffle reaches every group if a group has at least as many channels as there are groups, n ≥ g. Otherwise
          every unit multiplies the reach by n. With g = 8, ShuffleNet 1× shuffles maps with at least {wide} channels
          per group, so one unit mixes all groups; at 0.25× there are as few as {narrow}, and it takes two units.
        </Trans>
      </p>
    </Prose>
  );
}

function fewestPerGroup(width: number): number {
  const built = shuffleNetV1.build({ groups: 8, width });
  if (!built.ok) throw new Error(built.error);
  const perGroup = built.value.nodes.flatMap(({ op, shape }) =>
    op.kind === 'channelShuffle' ? [shape.channels / op.groups] : [],
  );
  return Math.min(...perGroup);
}

function lettersReaching(graph: Graph, values: Readonly<Record<string, number | string>>): string {
  const reached = contributorsOf(graph, Number(values['output'])).get(graph.input.id) ?? new Set<number>();
  const groups = new Set([...reached].map((channel) => Math.floor(channel / Number(values['channelsPerGroup']))));
  return [...groups]
    .sort((a, b) => a - b)
    .map(groupLetter)
    .join(' ');
}
