import { Trans, useLingui } from '@lingui/react/macro';
import { BlockData } from '../../running/exhibit/BlockData';
import { exhibits } from '../../../run/weights/exhibits';
import { xceptionFlow } from '../../../nets/explorables/xceptionFlow';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessBars } from '../../explain/lesson/GuessBars';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { ShortcutShare } from './ShortcutShare';
import { xceptionLesson } from './lesson';
import { WholeNetwork } from './WholeNetwork';
import { FlowShares } from './FlowShares';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';

/** The module of the network that each choice shows. */
const modulePaths: Readonly<Record<string, string>> = {
  entry: 'entry.module2',
  middle: 'middle.module1',
  exit1: 'exit.module1',
  exit2: 'exit.module2',
};

/** Entry, middle and exit flow with their residuals. */
export function FlowSection() {
  const { t } = useLingui();
  const exploration = useExploration(xceptionFlow);
  const names: Readonly<Record<string, string>> = {
    entry: t`Entry flow`,
    middle: t`Middle flow`,
    exit1: t`Exit flow, 1st`,
    exit2: t`Exit flow, 2nd`,
  };
  const chosen = names[String(exploration.values['module'])] ?? '';
  return (
    <Section id="flows" title={t`The whole network: entry, middle and exit flow`}>
      <Prose>
        <p>
          <Trans>
            Thirty-six convolutional layers in fourteen modules. The entry flow halves the map four times: once in the
            stem, then in each of three modules, whose shortcuts are 1×1 convolutions with stride 2. The middle flow
            repeats one module eight times and adds its input each time. The exit flow halves the map once more and
            widens to 2048 channels. Every module but the first and the last has a residual connection.
          </Trans>
        </p>
      </Prose>
      <GuessBars of={xceptionLesson.predictions.p3} />
      <AfterGuess of={xceptionLesson.predictions.p3}>
        <WholeNetwork flow={exploration} />
        <FlowShares />
        <Explorer
          exploration={exploration}
          title={chosen}
          blockName={chosen}
          replacedName={t`Standard convolutions`}
          data={
            <BlockData
              of={exhibits.xception}
              path={modulePaths[String(exploration.values['module'])] ?? 'middle.module1'}
            />
          }
          knobs={{
            module: { label: t`Module`, choices: names },
            width: {
              label: t`Width`,
              hint: t`Below 1 is this app’s own option, to make the network small enough to train.`,
            },
          }}
          caption={
            <Trans>
              Shapes are those of the network at 299 px. The comparison replaces each separable convolution by a
              standard one.
            </Trans>
          }
        />
      </AfterGuess>
      <TryThis
        prompts={[
          {
            id: 'flow-entry',
            text: (
              <Trans>The entry flow’s shortcut has a convolution of its own. What share of the params is it?</Trans>
            ),
            answer: <ShortcutShare />,
            set: () => {
              exploration.choose({ module: 'entry', width: 1 });
            },
          },
          {
            id: 'flow-last',
            text: <Trans>The last module widens to 2048 channels and has no shortcut.</Trans>,
            set: () => {
              exploration.choose({ module: 'exit2', width: 1 });
            },
          },
        ]}
      />
    </Section>
  );
}
