import { useLingui } from '@lingui/react/macro';
import { useOptionTexts } from '../network/useOptionTexts';

/** What the knobs of blocks and the options of networks are called where there is no page to label them. */
export function useKnobNames(): (knob: string) => string {
  const { t } = useLingui();
  const optionText = useOptionTexts();
  const names: Readonly<Record<string, string>> = {
    inChannels: t`Input channels`,
    outChannels: t`Output channels`,
    channels: t`Channels`,
    channelsV1: t`Channels, V1`,
    channelsV2: t`Channels, V2`,
    channelsPerGroup: t`Channels per group n`,
    expandedChannels: t`Expanded channels`,
    lastChannels: t`Expanded channels`,
    projectedChannels: t`Projected channels`,
    headChannels: t`Features`,
    balanced: t`Channels at 1:1`,
    expansion: t`Expansion t`,
    squeezeDivisor: t`Squeezed to 1 /`,
    squeeze: t`Squeeze s₁ₓ₁`,
    expand1x1: t`Expand e₁ₓ₁`,
    expand3x3: t`Expand e₃ₓ₃`,
    outFeatures: t`Output features`,
    kernel: t`Kernel size k`,
    stride: t`Stride`,
    kind: t`Kind of convolution`,
    step: t`Step`,
    figure: t`Figure`,
    units: t`Units`,
    towers: t`Branches or segments`,
    filters: t`First filters`,
    structure: t`Fragments`,
    relu: 'ReLU',
    shortcut: t`Shortcut`,
    first: t`First`,
    between: t`Between the parts`,
    module: t`Module`,
    channel: t`Channel`,
    model: t`Network`,
  };
  return (knob) => (Object.hasOwn(names, knob) ? names[knob] : undefined) ?? optionText(knob).label;
}
