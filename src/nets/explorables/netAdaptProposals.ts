import { mobileNetV3Block } from '../blocks/mobileNetV3Block';
import { input } from '../build';
import { graphOf } from '../graph';
import type { Bottleneck } from '../readings/bottlenecks';
import { costOf } from '../readings/cost';

/** One candidate of a NetAdapt step: a block whose expansion is cut just far enough. */
export type Proposal = {
  readonly block: Bottleneck;
  /** The widest expansion that saves enough; undefined where even the narrowest does not. */
  readonly expandedChannels: number | undefined;
  readonly savedMacs: number;
};

/**
 * The candidates that one step of NetAdapt weighs against each other: for every block that has an expansion, the least cut
 * of it (in steps of 8 channels) that saves at least `leastSavedMacs`. The paper asks for saved time on a phone; counted
 * multiply-adds stand in for it here. MobileNetV3, arXiv:1905.02244, section 4.2.
 */
export function netAdaptProposals(blocks: readonly Bottleneck[], leastSavedMacs: number): readonly Proposal[] {
  return blocks
    .filter((block) => block.hasExpansion)
    .map((block) => {
      const before = macsAt(block, block.expandedChannels);
      for (let channels = block.expandedChannels - 8; channels >= 8; channels -= 8) {
        // A block as wide as its input would lose its expansion convolution: another structure, not a narrower one.
        if (channels === block.input.channels) continue;
        const savedMacs = before - macsAt(block, channels);
        if (savedMacs >= leastSavedMacs) return { block, expandedChannels: channels, savedMacs };
      }
      return { block, expandedChannels: undefined, savedMacs: 0 };
    });
}

/** Multiply-adds of a block of MobileNet V3 with another expanded width; the squeezed vector follows it. */
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
