import { originalTail, redesignedTail } from '../blocks/mobileNetV3Block';
import { input } from '../build';
import { defineExplorable } from './explorable';

/**
 * The tail of MobileNet V3 compared with a tail like V2's; both end in one vector of `headChannels` for the classifier. MobileNetV3, arXiv:1905.02244, section 5.1, figure 5.
 */
export const shortenedTail = defineExplorable({
  id: 'tail',
  knobs: {
    inChannels: { kind: 'number', default: 160, values: [96, 160, 320] },
    lastChannels: { kind: 'number', default: 960, values: [288, 576, 768, 960, 1280, 1920] },
    projectedChannels: { kind: 'number', default: 320, values: [160, 192, 320, 480, 640] },
    headChannels: { kind: 'number', default: 1280, values: [640, 1024, 1280, 1792, 2560] },
    resolution: { kind: 'number', default: 7, values: [4, 5, 6, 7, 8, 10, 12, 14] },
  },
  block: ({ lastChannels, headChannels, ...values }) =>
    redesignedTail('tail', mapOf(values), { lastChannels, headChannels }),
  replaced: ({ lastChannels, projectedChannels, headChannels, ...values }) =>
    originalTail('tail', mapOf(values), { lastChannels, projectedChannels, headChannels }),
});

function mapOf({ inChannels, resolution }: { readonly inChannels: number; readonly resolution: number }) {
  return input({ height: resolution, width: resolution, channels: inChannels });
}
