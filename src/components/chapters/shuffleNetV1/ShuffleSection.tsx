import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { channelShuffleWalk } from '../../../nets/explorables/channelShuffle';
import type { ShuffleStage } from '../../../viz/chapters/shuffleDrawing';
import { shuffleStages, shuffledPositions } from '../../../viz/chapters/shuffleDrawing';
import { Button } from '../../ui/Button';
import { Figure } from '../../ui/Figure';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { filesOf } from '../../explain/exploration/filesOf';
import { KnobControls } from '../../explain/exploration/KnobControls';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { Workbench } from '../../explain/page/Workbench';
import { ShuffleFigure } from './ShuffleFigure';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { asked, shuffleNetV1Lesson } from './lesson';
import { ShuffledMaps } from './ShuffledMaps';
import { SlotGuess } from './SlotGuess';
import { StackGuess } from './StackGuess';
import { StackWirings } from './StackWirings';
import styles from './ShuffleNetV1.module.css';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion';

const { p1, p2 } = shuffleNetV1Lesson.predictions;

/** The shuffle: a table written row by row and read column by column. */
export function ShuffleSection() {
  const { t } = useLingui();
  const exploration = useExploration(channelShuffleWalk);
  const { values, choose } = exploration;
  const shuffle = { groups: Number(values['groups']), channelsPerGroup: Number(values['channelsPerGroup']) };
  const stage = shuffleStages.find((known) => known === values['step']) ?? 'grouped';
  return (
    <Section id="channel-shuffle" title={t`The channel shuffle`}>
      <Prose>
        <p>
          <Trans>
            Grouped convolutions are cheap because each group works by itself. What happens if one follows another?
          </Trans>
        </p>
      </Prose>
      <GuessChoice
        of={p1}
        figure={({ isOpen, guess }) => (
          <StackGuess
            {...asked}
            wiring="apart"
            isOpen={isOpen}
            guess={guess === undefined ? undefined : Number(guess)}
          />
        )}
      />
      <AfterGuess of={p1}>
        <Prose>
          <p>
            <Trans>
              Stack grouped convolutions, and the groups never meet: what leaves group A was made from group A. The
              shuffle redistributes the channels, so that each group of the next convolution receives some from other
              groups. It has no weights and does no arithmetic; it only moves channels.
            </Trans>
          </p>
        </Prose>
        <StackWirings {...shuffle} />
      </AfterGuess>
      <GuessNumber of={p2} figure={({ isOpen, guess }) => <SlotGuess {...asked} isOpen={isOpen} guess={guess} />} />
      <AfterGuess of={p2}>
        <Workbench
          stage={
            <Figure
              title={t`Reshape, transpose, flatten`}
              caption={<StageText stage={stage} {...shuffle} />}
              files={filesOf(exploration)}
              onReset={exploration.reset}
            >
              <ShuffleFigure {...shuffle} stage={stage} />
            </Figure>
          }
          side={
            <>
              <KnobControls
                exploration={exploration}
                texts={{
                  groups: { label: t`Groups g`, hint: t`The paper uses 1, 2, 3, 4 and 8.` },
                  channelsPerGroup: { label: t`Channels per group n`, hint: t`The drawing has room for 24 channels.` },
                  step: {
                    label: t`Step`,
                    choices: {
                      grouped: t`0 Grouped`,
                      reshaped: t`1 Reshape`,
                      transposed: t`2 Transpose`,
                      flattened: t`3 Flatten`,
                    },
                  },
                }}
              />
              <PlayButton
                stage={stage}
                onStage={(step) => {
                  choose({ step });
                }}
              />
              <Code {...shuffle} />
            </>
          }
        />
        <TryThis
          prompts={[
            {
              id: 'shuffle-nothing',
              text: <Trans>Four groups of one channel: what does the shuffle do?</Trans>,
              answer: <Trans>Nothing. The table has one column, and read by columns it is the row from before.</Trans>,
              set: () => {
                choose({ groups: 4, channelsPerGroup: 1, step: 'flattened' });
              },
            },
            {
              id: 'shuffle-two',
              text: (
                <Trans>
                  Two groups, as in ShuffleNet V2: the two halves interleave like the halves of a pack of cards.
                </Trans>
              ),
              set: () => {
                choose({ groups: 2, channelsPerGroup: 8, step: 'flattened' });
              },
            },
            {
              id: 'shuffle-few',
              text: (
                <Trans>Eight groups of three: which old groups does new group 1 hold, and which does it miss?</Trans>
              ),
              answer: (
                <Trans>One channel each of A, B and C. It misses D to H: a group of three has no room for them.</Trans>
              ),
              set: () => {
                choose({ groups: 8, channelsPerGroup: 3, step: 'flattened' });
              },
            },
          ]}
        />
        <ShuffledMaps />
      </AfterGuess>
    </Section>
  );
}

type PlayButtonProps = { readonly stage: ShuffleStage; readonly onStage: (stage: ShuffleStage) => void };

const stageMs = 1500;

/** Plays the stages from the first. Under reduced motion there is no playback: the stages are choices. */
function PlayButton({ stage, onStage }: PlayButtonProps) {
  const still = usePrefersReducedMotion();
  const [isPlaying, setPlaying] = useState(false);
  const next = shuffleStages[shuffleStages.indexOf(stage) + 1];
  const walks = isPlaying && next !== undefined;
  const walk = useEffectEvent(() => {
    if (next !== undefined) onStage(next);
  });
  useEffect(() => {
    if (!walks) return;
    const timer = setTimeout(walk, stageMs);
    return () => {
      clearTimeout(timer);
    };
  }, [walks, stage]);
  if (still) return null;
  return (
    <div>
      <Button
        onPress={() => {
          if (!walks) onStage('grouped');
          setPlaying(!walks);
        }}
      >
        {walks ? <Trans>Pause</Trans> : <Trans>Play the steps</Trans>}
      </Button>
    </div>
  );
}

type ShuffleProps = { readonly groups: number; readonly channelsPerGroup: number };

function StageText({ stage, groups, channelsPerGroup }: ShuffleProps & { readonly stage: ShuffleStage }) {
  const channels = groups * channelsPerGroup;
  const unmoved = shuffledPositions({ groups, channelsPerGroup }).every((position, channel) => position === channel);
  switch (stage) {
    case 'grouped':
      return (
        <Trans>
          A grouped convolution has produced {channels} channels in {groups} groups of {channelsPerGroup}. The brackets
          below are the groups of the next convolution.
        </Trans>
      );
    case 'reshaped':
      return (
        <Trans>
          Reshape {channels} channels to {groups} × {channelsPerGroup}: one row for each group. Nothing has moved in
          memory.
        </Trans>
      );
    case 'transposed':
      return (
        <Trans>
          Transpose to {channelsPerGroup} × {groups}: now every row has one channel of each group.
        </Trans>
      );
    case 'flattened':
      return unmoved ? (
        <Trans>Flatten row by row. Here this is the order from before: the shuffle changes nothing.</Trans>
      ) : (
        <Trans>
          Flatten: the rows follow one another. Channel i × n + j has moved to position j × g + i, and every new group
          holds channels of several old groups.
        </Trans>
      );
  }
}

function Code({ groups, channelsPerGroup }: ShuffleProps) {
  return (
    <div className={styles.explained}>
      <p>
        <Trans>In PyTorch, for maps of batch × channels × height × width:</Trans>
      </p>
      <pre className={styles.code}>
        <code>{`x.reshape(b, ${groups}, ${channelsPerGroup}, h, w)\n .transpose(1, 2)\n .reshape(b, ${groups * channelsPerGroup}, h, w)`}</code>
      </pre>
    </div>
  );
}
