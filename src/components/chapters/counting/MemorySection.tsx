import { Trans, useLingui } from '@lingui/react/macro';
import { shuffleNetV2Paper } from '../../../nets/papers/shuffleNetV2';
import { memoryTraffic } from '../../../nets/explorables/memoryTraffic';
import { costOf } from '../../../nets/readings/cost';
import { percentText } from '../../ui/numberText';
import { Prose, Section } from '../../explain/page/ExplorePage';
import { Claim } from '../../explain/page/Claim';
import { SourceLink } from '../../explain/page/SourceLink';
import { Explorer } from '../../explain/page/Explorer';
import { Formula } from '../../explain/cost/Formula';
import { TryThis } from '../../explain/page/TryThis';
import { useExploration } from '../../explain/exploration/useExploration';
import { TrafficBars, TrafficLegend } from './TrafficBars';

/** The third cost, which multiply-adds hide: moving maps and weights. */
export function MemorySection() {
  const { i18n, t } = useLingui();
  const moved = percentText(depthwiseMoved, i18n.locale, 0);
  const exploration = useExploration(memoryTraffic);
  const { choose, values } = exploration;
  return (
    <Section id="memory" title={t`Memory access cost is something else`}>
      <Prose>
        <p>
          <Trans>
            Every layer reads its input, reads its weights and writes its output. The number of elements moved is its
            memory access cost. Cutting wires saves weights and multiply-adds, but the maps stay as large as they were:
            with c channels, a depthwise convolution does 1/c of a standard one’s multiply-adds. At 128 channels on a
            56×56 map that is 1/128, and it still moves {moved} of the elements. Its arithmetic intensity, multiply-adds
            per element, is low, and a processor that waits for memory is not fast. The ShuffleNet V2 paper builds its
            guidelines on this.
          </Trans>
        </p>
        <p>
          <Trans>For a pointwise convolution from c₁ to c₂ channels on an h × w map:</Trans>
        </p>
        <Formula tex="\text{memory access cost} = h\,w\,(c_1 + c_2) + c_1\,c_2" />
      </Prose>
      <Explorer
        exploration={exploration}
        title={t`One layer, four kinds of convolution`}
        blockName={t`Chosen kind`}
        replacedName={t`standard`}
        knobs={{
          kind: {
            label: t`Kind`,
            choices: {
              standard: t`standard`,
              grouped: t`grouped, g = 8`,
              pointwise: t`pointwise`,
              depthwise: t`depthwise`,
            },
          },
          channels: { label: t`Channels in and out` },
          resolution: { label: t`Map`, unit: 'px', hint: t`height and width` },
        }}
        picture={
          <>
            <TrafficBars values={values} />
            <TrafficLegend />
          </>
        }
      />
      <TryThis
        prompts={[
          {
            id: 'large-map',
            text: <Trans>112×112 with 32 channels: where are the elements, in the maps or in the weights?</Trans>,
            set: () => {
              choose({ channels: 32, resolution: 112, kind: 'pointwise' });
            },
          },
          {
            id: 'small-map',
            text: <Trans>1×1 with 1,024 channels, as behind a global average: now it is all weights.</Trans>,
            set: () => {
              choose({ channels: 1024, resolution: 1, kind: 'pointwise' });
            },
          },
        ]}
      />
      <Claim
        claim={<Trans>The memory access cost of a 1×1 convolution is hw(c₁ + c₂ + c₁c₂).</Trans>}
        sources={<SourceLink source={shuffleNetV2Paper} place={t`section 2, G1`} />}
      >
        <p>
          <Trans>
            The bracket closes too late: weights are read once, not once per pixel. At 56×56 with 128 channels in and
            out it is 819,200 elements; the misplaced bracket makes 52,183,040. And the abbreviation MAC stands for this
            cost in that paper, for a multiply-add everywhere else: here it is always spelled out.
          </Trans>
        </p>
      </Claim>
    </Section>
  );
}

/** What a depthwise convolution moves of what a standard one does, as a fraction: 128 channels, a 56x56 map. */
const depthwiseMoved = movedBy('depthwise') / movedBy('standard');

function movedBy(kind: 'depthwise' | 'standard'): number {
  return costOf(memoryTraffic.graph({ kind, channels: 128, resolution: 56 })).memoryAccess;
}
