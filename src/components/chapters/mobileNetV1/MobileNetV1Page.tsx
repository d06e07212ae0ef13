import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV1Family } from '../../../nets/explorables/mobileNetFamilies';
import { mobileNetV1Paper, slimMobileNetV1 } from '../../../nets/papers/mobileNetV1';
import { ExplorePage, Prose, Section } from '../../explain/page/ExplorePage';
import { useExploration } from '../../explain/exploration/useExploration';
import { mobileNetV1Lesson } from './lesson';
import { MobileNetV1Opening } from './MobileNetV1Opening';
import { MultiplierSection } from './MultiplierSection';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { SilentGuess } from './SilentGuess';
import { SilentChannels } from './SilentChannels';
import { SplitSection } from './SplitSection';
import { SharesSection, StandardSection } from './WholeNetworkSections';

/** MobileNet V1: the depthwise separable convolution, the two multipliers, and where the cost is. */
export function MobileNetV1Page() {
  const { t } = useLingui();
  const family = useExploration(mobileNetV1Family);
  return (
    <ExplorePage
      title="MobileNet V1"
      origin={t`Google, 2017`}
      opening={<MobileNetV1Opening />}
      lesson={mobileNetV1Lesson}
      references={[
        { ...mobileNetV1Paper, detail: t`sections 3.1 to 3.4, Tables 1 to 4, 6, 7 and 9` },
        { ...slimMobileNetV1, detail: t`accuracies of all sixteen networks` },
      ]}
      lede={
        <Trans>
          One idea, thirteen times: split a convolution into a part that filters in space and a part that combines
          channels. Two multipliers then trade accuracy for cost, so that one design fits many devices.
        </Trans>
      }
    >
      <SplitSection />
      <MultiplierSection family={family} />
      <SharesSection family={family} />
      <StandardSection family={family} />
      <Section id="open-questions" title={t`What it leaves open: channels that fall silent`}>
        <Prose>
          <p>
            <Trans>
              ReLU sets every negative value to zero. A channel that is negative everywhere is zero everywhere, and no
              gradient passes a zero to bring it back; only weight decay still acts on its kernel and shrinks it.
              MobileNet V1 has a ReLU after every layer and no shortcut around any, so what a layer drops is gone.
            </Trans>
          </p>
          <p>
            <Trans>
              The figure shows real weights. The first block of MobileNet V2 does not expand, so it begins as V1’s block
              does: a depthwise layer with ReLU6 and no shortcut. Whether a channel can ever be positive follows from
              its kernel, its bias and the range of its input alone, so the proof holds for every image. The app’s own
              V1, trained for a few epochs only, has no such channel in its first block.
            </Trans>
          </p>
        </Prose>
        <SilentGuess />
        <AfterGuess of={mobileNetV1Lesson.predictions.p7}>
          <SilentChannels />
        </AfterGuess>
        <Prose>
          <p>
            <Trans>
              Two things are left open: the 1×1 convolutions, which ShuffleNet takes up next, and ReLU, which MobileNet
              V2 takes up after it.
            </Trans>
          </p>
        </Prose>
      </Section>
    </ExplorePage>
  );
}
