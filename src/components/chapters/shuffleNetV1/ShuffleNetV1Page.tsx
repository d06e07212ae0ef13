import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { megvii } from '../../../nets/papers/releases';
import { ExplorePage } from '../../explain/page/ExplorePage';
import { shuffleNetV1Lesson } from './lesson';
import { ShuffleOpening } from './ShuffleOpening';
import { CostSection } from './CostSection';
import { GroupingSection } from './GroupingSection';
import { ReachSection } from './ReachSection';
import { RuleSection } from './RuleSection';
import { ShuffleSection } from './ShuffleSection';
import { UnitSection } from './UnitSection';

/** Chapter 4: grouped 1x1 convolutions, and the shuffle that makes them work. */
export function ShuffleNetV1Page() {
  const { t } = useLingui();
  return (
    <ExplorePage
      title={t`ShuffleNet V1`}
      lesson={shuffleNetV1Lesson}
      origin={t`Megvii, 2017`}
      opening={<ShuffleOpening />}
      references={[
        {
          title: 'Zhang et al., ShuffleNet: An Extremely Efficient Convolutional Neural Network for Mobile Devices',
          url: shuffleNetV1.paper.url,
          detail: t`section 3: shuffle, unit and cost; Tables 1 to 3`,
        },
        {
          title: 'Xie et al., Aggregated Residual Transformations for Deep Neural Networks (ResNeXt)',
          url: relatedPapers.resNeXt,
          detail: t`the bottleneck with a grouped 3×3`,
        },
        {
          title: 'He et al., Deep Residual Learning for Image Recognition (ResNet)',
          url: relatedPapers.resNet,
          detail: t`the bottleneck that the units start from`,
        },
        {
          title: 'megvii-model/ShuffleNet-Series',
          url: megvii.url,
          detail: t`the authors’ code; it shuffles after the depthwise convolution, which is the same network with its filters reordered`,
        },
      ]}
      lede={
        <Trans>
          Once the 3×3 of a bottleneck is grouped or depthwise, nearly all of its multiply-adds are in the 1×1
          convolutions. ShuffleNet groups those as well, which makes them cheap but cuts the groups off from each other,
          and then shuffles the channels so that the groups meet again.
        </Trans>
      }
    >
      <GroupingSection />
      <ShuffleSection />
      <ReachSection />
      <RuleSection />
      <UnitSection />
      <CostSection />
    </ExplorePage>
  );
}
