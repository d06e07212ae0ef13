import { Trans, useLingui } from '@lingui/react/macro';
import { mobileNetV2Family } from '../../../nets/explorables/mobileNetFamilies';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import { exactNumberText, percentText, shortNumberText } from '../../ui/numberText';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { slimMobileNets } from '../../../nets/papers/releases';
import { relatedPapers } from '../../../nets/papers/relatedPapers';
import { SourceLink } from '../../explain/page/SourceLink';
import { CostTable } from '../../explain/cost/CostTable';
import { ExplorePage, Prose, Section, SideBySide } from '../../explain/page/ExplorePage';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { Claim } from '../../explain/page/Claim';
import type { Exploration } from '../../explain/exploration/useExploration';
import { useExploration } from '../../explain/exploration/useExploration';
import { PublishedTable } from '../../explain/network/PublishedTable';
import { BothBlocks } from './BothBlocks';
import { InvertedOpening } from './InvertedOpening';
import { blockMacs, bothNetworks, mobileNetV2Lesson } from './lesson';
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
      lesson={mobileNetV2Lesson}
      references={[
        { ...mobileNetV2Paper, detail: t`sections 3.2, 3.3 and 4; figures 1 and 3; Table 2` },
        {
          title: 'Deep Residual Learning, arXiv:1512.03385',
          url: relatedPapers.resNet,
          detail: t`section 4.1, figure 5: the bottleneck`,
        },
        { ...slimMobileNets, detail: t`params and accuracies of the released networks` },
      ]}
      lede={
        <Trans>
          MobileNet V1 left two things open: it has no shortcuts, and its ReLUs can destroy information. One block
          answers both: it turns the residual block inside out, and leaves out an activation.
        </Trans>
      }
    >
      <MirrorSection />
      <NarrowSection />
      <Relu6Section />
      <RulesSection family={family} />
      <BothBlocksSection />
      <WholeSection family={family} />
    </ExplorePage>
  );
}

const { p8 } = mobileNetV2Lesson.predictions;
/** How many times V1’s multiply-adds each option says: as its width inside, or as many. */
const guessedTimes = { v2: 144 / 128, same: 1 };

function BothBlocksSection() {
  const { i18n, t } = useLingui();
  const { v1, v2 } = blockMacs();
  return (
    <Section id="both-blocks" title={t`V1’s and V2’s blocks`}>
      <Prose>
        <p>
          <Trans>
            Both networks reach a 56×56 map, V1 with 128 channels and V2 with 24. V1 filters, mixes and passes the wide
            map on, with a ReLU6 after each layer. V2 expands, filters, and comes back to few channels; the shortcut
            carries 24 channels past all of it.
          </Trans>
        </p>
      </Prose>
      <Claim
        id="mobilenet-v2/c4"
        isTrue
        claim={<Trans>The shortcut of an inverted residual has no params.</Trans>}
        sources={<SourceLink source={mobileNetV2Paper} place={t`Figure 4`} />}
      >
        <Trans>
          It adds the input as it is. Where the shapes differ there is no shortcut at all, and no 1×1 on it.
        </Trans>
      </Claim>
      <GuessChoice
        of={p8}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`MACs`}
            tone="macs"
            format={(value) => shortNumberText(value, i18n.locale)}
            bars={[
              { id: 'asked-v1-block', label: t`V1’s block`, value: v1 },
              { id: 'asked-v2-block', label: t`V2’s block`, value: v2, isAsked: true },
            ]}
            isOpen={isOpen}
            isAbout
            guess={guess === undefined || guess === 'v1' ? undefined : v1 * guessedTimes[guess]}
          />
        )}
      />
      <AfterGuess of={p8}>
        <BothBlocks />
      </AfterGuess>
    </Section>
  );
}

function WholeSection({ family }: { readonly family: Exploration<'width' | 'resolution'> }) {
  const { i18n, t } = useLingui();
  const { v1, v2 } = bothNetworks();
  const work = percentText(v2.macs / v1.macs, i18n.locale, 0);
  const moved = percentText(v2.memoryAccess / v1.memoryAccess - 1, i18n.locale, 0);
  return (
    <Section id="network" title={t`The whole network beside V1`}>
      <Prose>
        <p>
          <Trans>
            V2 makes more of every multiply-add: at 1× and 224×224 it needs {work} of V1’s multiply-adds, and the papers
            report a top-1 accuracy of 72.0%, against 70.6% for V1.
          </Trans>
        </p>
      </Prose>
      <MemoryGuess />
      <AfterGuess of={mobileNetV2Lesson.predictions.p4}>
        <Prose>
          <p>
            <Trans>
              Its expanded maps are written and read again, so V2 moves {moved} more elements. ShuffleNet V2’s authors
              timed both: on a GPU V2 is the slower of the two, 180 against 247 batches per second, on an ARM processor
              the faster, 8.9 against 6.5 images per second (their Table 8). Fewer multiply-adds, and one device agrees.
              The next chapter asks why.
            </Trans>
          </p>
        </Prose>
        <Claim
          id="mobilenet-v2/c3"
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
                The 6.9 M params of V2 1.4 cannot be reproduced: the network has 6.1 M, and TF-slim’s own table says
                6.06.
              </Trans>
            }
          />
        </SideBySide>
      </AfterGuess>
    </Section>
  );
}

/** Half of the multiply-adds: how much of the memory access? */
function MemoryGuess() {
  const { i18n, t } = useLingui();
  const { v1, v2 } = bothNetworks();
  return (
    <GuessNumber
      of={mobileNetV2Lesson.predictions.p4}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Memory access`}
          tone="memory"
          format={(value) => exactNumberText(Math.round(value), i18n.locale)}
          bars={[
            { id: 'v1', label: 'V1', value: v1.memoryAccess },
            { id: 'v2', label: 'V2', value: v2.memoryAccess, isAsked: true },
          ]}
          isOpen={isOpen}
          guess={guess === undefined ? undefined : (v1.memoryAccess * guess) / 100}
        />
      )}
    />
  );
}
