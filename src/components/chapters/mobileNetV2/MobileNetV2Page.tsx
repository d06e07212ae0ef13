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
      lede={
        <Trans>
          Two answers to what MobileNet V1 left open: shortcuts, and no ReLU where the map is narrow. Both follow from
          one picture of a block that is narrow at its ends and wide inside.
        </Trans>
      }
    >
      <MirrorSection />
      <NarrowSection />
      <Relu6Section />
      <RulesSection family={family} />
      <WholeSection family={family} />
      <Misstatements />
      <References
        items={[
          { ...mobileNetV2Paper, detail: t`sections 3.2, 3.3 and 4, figures 1 and 3, Table 2` },
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
  const work = percentText(costOf(builtGraph(mobileNetV2)).macs / costOf(builtGraph(mobileNetV1)).macs, i18n.locale, 0);
  return (
    <Section id="network" title={t`The whole network, beside V1`}>
      <Prose>
        <p>
          <Trans>
            At the width and image chosen above. Per multiply-add V2 is the better network: at 1× and 224 px it needs{' '}
            {work} of V1’s multiply-adds, and the papers print a top-1 of 72.0% for it and 70.6% for V1.
          </Trans>
        </p>
      </Prose>
      <SideBySide>
        <CostTable block={family.block} blockName="V2" replaced={family.replaced} replacedName="V1" />
        <PublishedTable
          caption={t`As printed in the papers, at 224 px`}
          fileName="mobilenet-v2-published"
          rows={[
            { name: 'V1 1.0', net: 'mobilenet-v1', options: { width: 1 }, source: mobileNetV1Paper },
            { name: 'V2 1.0', net: 'mobilenet-v2', options: { width: 1 }, source: mobileNetV2Paper },
            { name: 'V2 1.4', net: 'mobilenet-v2', options: { width: 1.4 }, source: mobileNetV2Paper },
          ]}
          note={
            <Trans>
              The 6.9 M params of V2 1.4 cannot be reproduced: it has 6.1 M, and TF-slim’s own table says 6.06.
            </Trans>
          }
        />
      </SideBySide>
    </Section>
  );
}

function Misstatements() {
  const { t } = useLingui();
  return (
    <Section id="read-with-care" title={t`Read with care`}>
      <Claim
        claim={<Trans>Every inverted residual has a shortcut.</Trans>}
        sources={<SourceLink source={mobileNetV2Paper} place={t`Table 2 and Figure 4`} />}
      >
        <Trans>
          Only those with stride 1 and equal widths do. Its 3×3 is depthwise, and the first block expands nothing.
        </Trans>
      </Claim>
      <Claim
        claim={<Trans>ReLU6 replaces ReLU to protect the features.</Trans>}
        sources={<SourceLink source={mobileNetV2Paper} place={t`sections 3.2 and 4`} />}
      >
        <Trans>
          ReLU6 is there for low-precision arithmetic. The linear projection is what protects the information.
        </Trans>
      </Claim>
      <Claim
        claim={<Trans>MobileNet V2 is a fully convolutional network.</Trans>}
        sources={<SourceLink source={mobileNetV2Paper} place={t`section 4`} />}
      >
        <Trans>
          The paper’s “initial fully convolution layer” means a full, that is standard, 3×3 convolution at the start.
          The classifier works on one pooled pixel, where a 1×1 convolution and a fully connected layer are the same.
        </Trans>
      </Claim>
    </Section>
  );
}
