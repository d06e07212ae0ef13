import { Trans, useLingui } from '@lingui/react/macro';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { bottleneckColumns, bottleneckRows, bottlenecksOf } from '../../../nets/readings/bottlenecks';
import { Figure } from '../../ui/Figure';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { mobileNetV2Paper } from '../../../nets/papers/mobileNetV2';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { KnobControls } from '../../explain/exploration/KnobControls';
import type { Exploration } from '../../explain/exploration/useExploration';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { EveryLayerLink } from '../../explain/network/EveryLayerLink';
import { BottleneckTable } from '../../explain/network/BottleneckTable';
import { exactNumberText, numberFormat } from '../../ui/numberText';
import { AfterGuess } from '../../explain/lesson/AfterGuess';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { mobileNetV2Lesson } from './lesson';
import styles from './RulesSection.module.css';

const { p7 } = mobileNetV2Lesson.predictions;

/** The network's seventeen blocks: which have a shortcut and which an expansion, and why. */
export function RulesSection({ family }: { readonly family: Exploration<'width' | 'resolution'> }) {
  const { i18n, t } = useLingui();
  const blocks = bottlenecksOf(family.block.graph);
  const joined = blocks.filter(({ hasShortcut }) => hasShortcut).length;
  const expansion = numberFormat(i18n.locale, { maximumFractionDigits: 1 });
  return (
    <Section id="rules" title={t`The rules, block by block`}>
      <Prose>
        <p>
          <Trans>
            MobileNet V2 adds the input of a block only where the shapes match: at stride 1, with equal numbers of input
            and output channels. The first block has t = 1 and no expansion convolution.
          </Trans>
        </p>
      </Prose>
      <Claim
        id="mobilenet-v2/c2"
        claim={<Trans>Every inverted residual has a shortcut.</Trans>}
        sources={<SourceLink source={mobileNetV2Paper} place={t`Table 2 and Figure 4`} />}
      >
        <Trans>
          Only those with stride 1 and equal widths do. Its 3×3 is depthwise, and the first block expands nothing.
        </Trans>
      </Claim>
      <GuessNumber
        of={p7}
        figure={({ isOpen, guess }) => (
          <AskedBars
            label={t`Blocks of MobileNet V2`}
            tone="plain"
            format={(count) => exactNumberText(count, i18n.locale)}
            bars={[
              { id: 'asked-blocks', label: t`all`, value: blocks.length },
              { id: 'asked-joined', label: t`with a shortcut`, value: joined, isAsked: true },
            ]}
            isOpen={isOpen}
            guess={guess}
          />
        )}
      />
      <AfterGuess of={p7}>
        <div className={styles.card} data-workbench>
          <Figure
            title={t`The blocks of MobileNet V2, widths to scale`}
            files={{ name: 'mobilenet-v2-blocks', numbers: () => bottleneckRows(blocks) }}
            onReset={family.reset}
            actions={
              <div className={styles.knobs}>
                <KnobControls
                  exploration={family}
                  texts={{
                    width: { label: t`Width multiplier` },
                    resolution: { label: t`Image`, unit: 'px' },
                  }}
                />
              </div>
            }
            caption={
              <Trans>
                Input, expanded and output channels, multiples of 8. The paper’s text says 19 layers; its Table 2 lists
                these 17.
              </Trans>
            }
          >
            <BottleneckTable
              blocks={blocks}
              columns={[
                { head: 't', show: (block) => expansion.format(block.expansion) },
                { ...bottleneckColumns.stride, head: t`Stride` },
                { ...bottleneckColumns.shortcut, head: t`Shortcut`, show: (block) => <ShortcutWords block={block} /> },
              ]}
            />
          </Figure>
        </div>
      </AfterGuess>
      <EveryLayerLink model={mobileNetV2} family={family} />
    </Section>
  );
}

function ShortcutWords({ block }: { readonly block: Bottleneck }) {
  if (block.hasShortcut) {
    return (
      <span className={styles.yes}>
        <Trans>yes</Trans>
      </span>
    );
  }
  return (
    <span className={styles.no}>
      {block.stride === 2 ? (
        <Trans>no: stride 2</Trans>
      ) : (
        <Trans>
          no: {block.input.channels} ≠ {block.output.channels}
        </Trans>
      )}
    </span>
  );
}
