import { Trans, useLingui } from '@lingui/react/macro';
import { exhibits } from '../../../run/weights/exhibits';
import { SplitMaps } from '../../running/exhibit/SplitMaps';
import { xceptionPaper } from '../../../nets/papers/xception';
import { separableOrder } from '../../../nets/explorables/separableOrder';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { exactNumberText } from '../../ui/numberText';
import { widening, xceptionLesson } from './lesson';
import { Explorer } from '../../explain/page/Explorer';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';

/** How the extreme module differs from a depthwise separable convolution, in two ways. */
export function OrderSection() {
  const { t } = useLingui();
  const exploration = useExploration(separableOrder);
  return (
    <Section id="extreme-inception" title={t`The order hardly matters, the activation does`}>
      <Prose>
        <p>
          <Trans>
            The extreme module is almost what libraries call a depthwise separable convolution. Two things differ: the
            separable convolution does the depthwise part first, and it has no activation between the two parts.
            Xception is built from separable convolutions.
          </Trans>
        </p>
      </Prose>
      <OrderGuess />
      <AfterGuess of={xceptionLesson.predictions.p6}>
        <Explorer
          exploration={exploration}
          title={t`A separable convolution in either order`}
          blockName={t`Separable`}
          replacedName={t`One 3×3`}
          knobs={{
            first: { label: t`First`, choices: { depthwise: t`depthwise`, pointwise: t`pointwise` } },
            between: { label: t`Between the parts`, choices: { nothing: t`nothing`, relu: 'ReLU' } },
            inChannels: { label: t`Input channels` },
            outChannels: { label: t`Output channels` },
            resolution: { label: t`Height and width`, unit: 'px' },
          }}
        />
        <SplitMaps
          of={exhibits.xception}
          before="entry.module2.activation1"
          filtered="entry.module2.separable1.depthwise"
          mixed="entry.module2.separable1.pointwise"
        />
        <TryThis
          prompts={[
            {
              id: 'widen',
              text: (
                <Trans>
                  Widen from 64 to 256 channels and put the pointwise part first: the depthwise part then runs on 256
                  channels instead of 64.
                </Trans>
              ),
              set: () => {
                exploration.choose({ inChannels: 64, outChannels: 256, first: 'pointwise' });
              },
            },
            {
              id: 'extreme-module',
              text: <Trans>Build the extreme Inception module: pointwise first, with a ReLU between.</Trans>,
              set: () => {
                exploration.choose({ first: 'pointwise', between: 'relu' });
              },
            },
          ]}
        />
      </AfterGuess>
      <Claim
        id="xception/c1"
        claim={<Trans>The two differ in order and in activation.</Trans>}
        isTrue
        sources={<SourceLink source={xceptionPaper} place={t`sections 1.2 and 4.7`} />}
      >
        <Trans>
          But they do not matter equally. The paper calls the order unimportant when modules are stacked. The activation
          does matter: without one between the parts the network trains faster and ends better (figure 10).
        </Trans>
      </Claim>
    </Section>
  );
}

/** The 1×1 first: what happens to the multiply-adds? */
function OrderGuess() {
  const { i18n, t } = useLingui();
  const [before, after] = [widening('depthwise').macs, widening('pointwise').macs];
  const meant = { four: 4 * before, few: after, same: before };
  return (
    <GuessChoice
      of={xceptionLesson.predictions.p6}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`MACs`}
          tone="macs"
          format={(value) => exactNumberText(value, i18n.locale)}
          bars={[
            { id: 'depthwise-first', label: t`Depthwise first`, value: before },
            { id: 'pointwise-first', label: t`1×1 first`, value: after, isAsked: true },
          ]}
          isOpen={isOpen}
          isAbout
          guess={guess === undefined ? undefined : meant[guess]}
        />
      )}
    />
  );
}
