import { mobileNetV3Block } from '../blocks/mobileNetV3Block';
import { input } from '../build';
import { graphOf } from '../graph';
import type { Bottleneck } from '../readings/bottlenecks';
import { costOf } from '../readings/cost';

/** One candidate of a NetAdapt step: a block with a narrower expansion. */
export type Proposal = {
  readonly block: Bottleneck;
  /** The widest expansion that saves enough; undefined if even the narrowest does not. */
  readonly expandedChannels: number | undefined;
  readonly savedMacs: number;
};

/**
 * The candidates of one NetAdapt step: for every block with an expansion, the smallest cut of it (in steps of 8 channels)
 * that saves at least `minSavedMacs`. The paper saves time on a phone; here multiply-adds are counted instead. MobileNetV3, arXiv:1905.02244, section 4.2.
 */
export function netAdaptProposals(blocks: readonly Bottleneck[], minSavedMacs: number): readonly Proposal[] {
  return blocks
    .filter((block) => block.hasExpansion)
    .map((block) => {
      const before = macsAt(block, block.expandedChannels);
      for (let channels = block.expandedChannels - 8; channels >= 8; channels -= 8) {
        // A block as wide as its input has no expansion convolution: another structure, not a narrower one.
        if (channels === block.input.channels) continue;
        const savedMacs = before - macsAt(block, channels);
        if (savedMacs >= minSavedMacs) return { block, expandedChannels: channels, savedMacs };
      }
      return { block, expandedChannels: undefined, savedMacs: 0 };
    });
}

/** Multiply-adds of a block of MobileNet V3 with another expanded width; the squeezed vector scales with it. */
function macsAt(block: Bottleneck, expandedChannels: number): number {
  const output = mobileNetV3Block(block.id, input(block.input), {
    kernel: block.kernel === 5 ? 5 : 3,
    expandedChannels,
    outChannels: block.output.channels,
    squeezeExcite: block.squeezeChannels !== undefined,
    activation: block.activation === 'hardSwish' ? 'hardSwish' : 'relu',
    stride: block.stride === 2 ? 2 : 1,
  });
  return costOf(graphOf(output)).macs;
}
