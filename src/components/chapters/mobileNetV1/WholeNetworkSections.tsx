import { Trans, useLingui } from '@lingui/react/macro';
import { costRows } from '../../../nets/readings/spreadsheet';
import { mobileNetV1Paper } from '../../../nets/papers/mobileNetV1';
import { Figure } from '../../ui/Figure';
import { CostTable } from '../../explain/cost/CostTable';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { GuessBars } from '../../explain/lesson/GuessBars';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Notes, Prose, Section, SideBySide } from '../../explain/page/ExplorePage';
import type { Exploration } from '../../explain/exploration/useExploration';
import { PublishedTable } from '../../explain/network/PublishedTable';
import { percentText } from '../../ui/numberText';
import { mobileNetV1Lesson, publishedTop1 } from './lesson';
import { MacShares } from './MacShares';

type FamilyProps = { readonly family: Exploration<'width' | 'resolution'> };

/** The distribution of the network's multiply-adds. */
export function SharesSection({ family }: FamilyProps) {
  const { t } = useLingui();
  return (
    <Section id="pointwise-share" title={t`Where the work is now`}>
      <GuessBars of={mobileNetV1Lesson.predictions.p2} />
      <AfterGuess of={mobileNetV1Lesson.predictions.p2}>
        <Prose>
          <p>
            <Trans>
              After the split, nearly all multiply-adds are in the 1×1 convolutions. That suits hardware: a 1×1 is a
              plain matrix product, needs no reordering of memory, and fast libraries exist for it. It is also where the
              next networks look for savings: ShuffleNet groups the 1×1, MobileNet V2 narrows its ends.
            </Trans>
          </p>
        </Prose>
        <Figure
          title={t`Where the cost is`}
          files={{ name: 'mobilenet-v1-shares', numbers: () => costRows(family.block.cost) }}
          caption={
            <Trans>
              At the α and ρ chosen above; the paper’s Table 2 is for α = 1 at 224 px. Its 1.19 for the first layer is a
              misprint: the printed column sums to 99.29%, and to 100.01% with 1.91.
            </Trans>
          }
        >
          <MacShares cost={family.block.cost} />
        </Figure>
      </AfterGuess>
    </Section>
  );
}

/** The same network with standard convolutions: the paper's Table 4. */
export function StandardSection({ family }: FamilyProps) {
  const { i18n, t } = useLingui();
  return (
    <Section id="unsplit" title={t`The same network, not split`}>
      <Prose>
        <p>
          <Trans>
            Replace each depthwise and pointwise pair by a standard 3×3 convolution and count again. The paper trained
            both.
          </Trans>
        </p>
      </Prose>
      <Misstatements />
      <GuessNumber
        of={mobileNetV1Lesson.predictions.p6}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Published top-1`}
            tone="plain"
            format={(value) => percentText(value / 100, i18n.locale, 1)}
            isOpen={isOpen}
            guess={guess === undefined ? undefined : publishedTop1.split + guess}
            bars={[
              { id: 'split', label: t`MobileNet`, value: publishedTop1.split },
              { id: 'standard', label: t`All standard`, value: publishedTop1.standard, isAsked: true },
            ]}
          />
        )}
      />
      <AfterGuess of={mobileNetV1Lesson.predictions.p6}>
        <SideBySide>
          <CostTable
            block={family.block}
            blockName={t`MobileNet`}
            replaced={family.replaced}
            replacedName={t`All standard`}
          />
          <PublishedTable
            caption={t`As printed in the paper, Table 4`}
            fileName="mobilenet-v1-published"
            rows={[
              { name: t`MobileNet`, net: 'mobilenet-v1', options: { width: 1 }, source: mobileNetV1Paper },
              {
                name: t`All standard`,
                net: 'mobilenet-v1',
                options: {},
                otherStructure: '1.0-full-conv',
                source: mobileNetV1Paper,
              },
            ]}
            note={<Trans>4,866 M leaves out the classifier’s 1.0 M, which the count beside it has.</Trans>}
          />
        </SideBySide>
      </AfterGuess>
    </Section>
  );
}

/** What is said of MobileNet beside other networks. */
function Misstatements() {
  const { t } = useLingui();
  return (
    <Notes>
      <Claim
        id="mobilenet-v1/c1"
        claim={<Trans>MobileNet replaces VGG’s Conv–BN–ReLU.</Trans>}
        sources={<SourceLink source={mobileNetV1Paper} place={t`Figure 3`} />}
      >
        <Trans>
          VGG has no batch norm at all. The block that the paper compares with is a standard convolution with batch norm
          and ReLU, from no particular network.
        </Trans>
      </Claim>
      <Claim
        id="mobilenet-v1/c2"
        claim={<Trans>MobileNet needs 22 times less computation than SqueezeNet.</Trans>}
        sources={<SourceLink source={mobileNetV1Paper} place={t`Table 9; counted on this app’s graphs`} />}
      >
        <Trans>
          Table 9 sets 76 M multiply-adds of MobileNet beside 1,700 M of SqueezeNet. But 1.7 G counts a multiplication
          and its addition as two; in multiply-adds SqueezeNet has about 0.82 G, so the factor is about 11.
        </Trans>
      </Claim>
    </Notes>
  );
}
