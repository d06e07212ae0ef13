import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { exhibits } from '../../../run/weights/exhibits';
import { useMemo } from 'react';
import { shuffleUnits } from '../../../nets/explorables/shuffleUnits';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { TryThis } from '../../explain/page/TryThis';
import { UnitExplorer, type Unit } from '../../explain/page/UnitExplorer';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuidelineCards } from './GuidelineCards';
import { shuffleNetV2Lesson } from './lesson';
import { Changes } from './Changes';
import { ChangesClaim } from './ChangesClaim';

const { p5 } = shuffleNetV2Lesson.predictions;

type UnitsExploration = Exploration<keyof typeof shuffleUnits.knobs>;

/** The paper's figure 3 from the graphs: the units of both versions side by side, and the guideline behind each change. */
export function UnitsSection() {
  const { t } = useLingui();
  const exploration = useExploration(shuffleUnits);
  const figure = String(exploration.values['figure']);
  return (
    <Section id="units" title={t`The unit: split instead of group, concatenate instead of add`}>
      <Prose>
        <p>
          <Trans>
            The paper’s figure 3 shows the units of V1 with stride 1 and 2, (a) and (b), and those of V2, (c) and (d). A
            channel split replaces the groups, a concatenation the addition.
          </Trans>
        </p>
      </Prose>
      <GuessChoice
        of={p5}
        figure={({ isOpen, guess }) => <GuidelineCards isOpen={isOpen} guess={guess} answer={p5.answer} />}
      />
      <AfterGuess of={p5}>
        <Changes exploration={exploration} />
      </AfterGuess>
      <UnitExplorer
        exploration={exploration}
        title={t`Units of both versions`}
        units={useUnits()}
        blockName={t`Unit (${figure})`}
        replacedName={replacedNames[figure] ?? t`ResNet’s bottleneck`}
        knobs={{
          channelsV2: { label: t`Channels, V2`, hint: t`116 in stage 2, 1×` },
          groups: { label: t`Groups, V1` },
          channelsV1: { label: t`Channels, V1`, hint: t`240 in stage 2, g = 3` },
          resolution: { label: t`Input map`, unit: 'px' },
        }}
      />
      <UnitPrompts exploration={exploration} />
      <ChangesClaim />
    </Section>
  );
}

function UnitPrompts({ exploration }: { readonly exploration: UnitsExploration }) {
  const { choose } = exploration;
  return (
    <TryThis
      prompts={[
        {
          id: 'units-same',
          text: (
            <Trans>
              V2 at the width of V1, 240 channels: its dense 1×1 convolutions need more multiply-adds than grouped ones.
              That is why V2 is narrower.
            </Trans>
          ),
          set: () => {
            choose({ figure: 'c', channelsV2: 240, channelsV1: 240, groups: 3 });
          },
        },
        {
          id: 'units-eight',
          text: (
            <Trans>
              Against V1 with eight groups and 384 channels: 1.4× fewer multiply-adds, but 2.7× less memory access.
            </Trans>
          ),
          set: () => {
            choose({ figure: 'c', channelsV2: 116, groups: 8, channelsV1: 384, resolution: 28 });
          },
        },
        {
          id: 'units-down',
          text: (
            <Trans>
              Stride 2 in (d): nothing is split. Both branches read all channels, and the concatenation doubles them.
            </Trans>
          ),
          set: () => {
            choose({ figure: 'd', channelsV2: 116, resolution: 28 });
          },
        },
      ]}
    />
  );
}

/** The version 2 unit that replaces each unit of version 1. */
const replacedNames: Readonly<Record<string, string>> = { c: '(a)', d: '(b)' };

function useUnits(): readonly Unit[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      { id: 'a', name: t`(a) V1` },
      { id: 'b', name: t`(b) V1, stride 2` },
      {
        id: 'c',
        name: t`(c) V2`,
        data: <BlockData of={exhibits.shuffleNetV2} path="stage2.unit2" />,
      },
      {
        id: 'd',
        name: t`(d) V2, stride 2`,
        data: <BlockData of={exhibits.shuffleNetV2} path="stage2.unit1" />,
      },
    ],
    [t],
  );
}
