import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV2Family } from '../../../nets/explorables/mobileNetFamilies';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { builtGraph } from '../../../nets/models/model';
import { costOf } from '../../../nets/readings/cost';
import { percentText } from '../../ui/numberText';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { slimMobileNets } from '../../../nets/papers/releases';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { SourceLink } from '../../explain/page/SourceLink';
import { CostTable } from '../../explain/cost/CostTable';
import { ExplorePage, Prose, References, Section, SideBySide } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { PublishedTable } from '../../explain/network/PublishedTable';
import { BothBlocks } from './BothBlocks';
import { InvertedOpening } from './InvertedOpening';
import { MirrorSection } from './MirrorSection';
import { NarrowSection } from './NarrowSection';
import { Relu6Section } from './Relu6Section';
import { RulesSection } from './RulesSection';

/** MobileNet V2: inverted residuals, linear bottlenecks, and the reasons for them. */
export function MobileNetV2Page() {
  const { t } = useLingui();
  const family = useExploration(mobileNetV2Family);
  return (
    <ExplorePage
      title="MobileNet V2"
      origin={t`Google, 2018`}
      opening={<InvertedOpening />}
      lede={
        <Trans>
          MobileNet V1 left two things open: it has no shortcuts, and its ReLUs can destroy information. One block
          answers both. It is narrow at its ends, where the shortcut joins and no ReLU acts, and wide inside.
        </Trans>
      }
    >
      <MirrorSection />
      <NarrowSection />
      <Relu6Section />
      <RulesSection family={family} />
      <Section id="both-blocks" title={t`V1’s and V2’s blocks`}>
        <Prose>
          <p>
            <Trans>
              Both networks reach a 56×56 map, V1 with 128 channels and V2 with 24. V1 filters, mixes and passes the
              wide map on, with a ReLU6 after each layer. V2 expands, filters, and comes back to few channels; the
              shortcut carries 24 channels past all of it.
            </Trans>
          </p>
        </Prose>
        <BothBlocks />
      </Section>
      <WholeSection family={family} />
      <References
        items={[
          { ...mobileNetV2Paper, detail: t`sections 3.2, 3.3 and 4; figures 1 and 3; Table 2` },
          {
            title: 'Deep Residual Learning, arXiv:1512.03385',
            url: relatedPapers.resNet,
            detail: t`section 4.1, figure 5: the bottleneck`,
          },
          { ...slimMobileNets, detail: t`params and accuracies of the released networks` },
        ]}
      />
    </ExplorePage>
  );
}

function WholeSection({ family }: { readonly family: Exploration<'width' | 'resolution'> }) {
  const { i18n, t } = useLingui();
  const [v1, v2] = [mobileNetV1, mobileNetV2].map((model) => costOf(builtGraph(model)));
  const work = percentText((v2?.macs ?? 0) / (v1?.macs ?? 1), i18n.locale, 0);
  const moved = percentText((v2?.memoryAccess ?? 0) / (v1?.memoryAccess ?? 1) - 1, i18n.locale, 0);
  return (
    <Section id="network" title={t`The whole network beside V1`}>
      <Prose>
        <p>
          <Trans>
            At the width and image size chosen above. V2 makes more of every multiply-add: at 1× and 224×224 it needs{' '}
            {work} of V1’s multiply-adds, and the papers report a top-1 accuracy of 72.0%, against 70.6% for V1. But its
            expanded maps are written and read again, so it moves {moved} more elements.
          </Trans>
        </p>
      </Prose>
      <Claim
        claim={<Trans>MobileNet V2 is a fully convolutional network.</Trans>}
        sources={<SourceLink source={mobileNetV2Paper} place={t`section 4`} />}
      >
        <Trans>
          The paper’s “initial fully convolution layer” means a full, that is standard, 3×3 convolution at the start.
          The classifier works on one pooled pixel, where a 1×1 convolution and a fully connected layer are the same.
        </Trans>
      </Claim>
      <SideBySide>
        <CostTable block={family.block} blockName="V2" replaced={family.replaced} replacedName="V1" />
        <PublishedTable
          caption={t`As published, at 224×224`}
          fileName="mobilenet-v2-published"
          rows={[
            { name: 'V1 1.0', net: 'mobilenet-v1', options: { width: 1 }, source: mobileNetV1Paper },
            { name: 'V2 1.0', net: 'mobilenet-v2', options: { width: 1 }, source: mobileNetV2Paper },
            { name: 'V2 1.4', net: 'mobilenet-v2', options: { width: 1.4 }, source: mobileNetV2Paper },
          ]}
          note={
            <Trans>
              The 6.9 M params of V2 1.4 cannot be reproduced: the network has 6.1 M, and TF-slim’s own table says 6.06.
            </Trans>
          }
        />
      </SideBySide>
    </Section>
  );
}
