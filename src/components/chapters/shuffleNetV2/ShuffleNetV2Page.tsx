import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { megvii } from '../../../nets/papers/releases';
import { ExplorePage } from '../../explain/page/ExplorePage';
import { ElementWiseSection } from './ElementWiseSection';
import { EqualWidthSection } from './EqualWidthSection';
import { FragmentSection } from './FragmentSection';
import { GroupCountSection } from './GroupCountSection';
import { shuffleNetV2Lesson } from './lesson';
import { NetworkSection } from './NetworkSection';
import { ReuseSection } from './ReuseSection';
import { RuntimeSection } from './RuntimeSection';
import { SplitOpening } from './SplitOpening';
import { SpeedSection } from './SpeedSection';
import { UnitsSection } from './UnitsSection';

/** Chapter 5: four guidelines beyond multiply-adds, and the network that follows from them. */
export function ShuffleNetV2Page() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`ShuffleNet V2`}
      origin={t`Megvii, 2018`}
      opening={<SplitOpening />}
      lesson={shuffleNetV2Lesson}
      references={[
        {
          title: 'Ma et al., ShuffleNet V2: Practical Guidelines for Efficient CNN Architecture Design',
          url: shuffleNetV2.paper.url,
          detail: t`section 2 and Tables 1 to 4: the guidelines; section 3 and Table 5: the unit; Table 8: all networks`,
        },
        {
          title: 'Zhang et al., ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices',
          url: shuffleNetV1.paper.url,
          detail: t`ShuffleNet V1`,
        },
        {
          title: 'megvii-model/ShuffleNet-Series',
          url: megvii.url,
          detail: t`the authors’ code, with the paper’s multiply-adds`,
        },
        {
          title: 'torchvision: shufflenetv2.py',
          url: 'https://github.com/pytorch/vision/blob/main/torchvision/models/shufflenetv2.py',
          detail: t`the structure that the graphs here follow`,
        },
      ]}
      lede={
        <Trans>
          Two networks with the same number of multiply-adds can differ in speed by nearly a factor of two. ShuffleNet
          V2 asks what else takes time, derives four guidelines from measurements, and redesigns the unit of V1 by them.
        </Trans>
      }
    >
      <SpeedSection />
      <RuntimeSection />
      <EqualWidthSection />
      <GroupCountSection />
      <FragmentSection />
      <ElementWiseSection />
      <UnitsSection />
      <ReuseSection />
      <NetworkSection />
    </ExplorePage>
  );
}
