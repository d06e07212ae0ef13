import { describe, expect, it } from 'vitest';
import type { ExperimentSetting } from './guidelineExperiments';
import { channelFactors, guidelines, paperDevices, raisedChannels, variantsOf } from './guidelineExperiments';
import { costOf } from '../readings/cost';

const paperSetting: ExperimentSetting = { channelsOf: 'gpu', factor: 1, resolution: 56, blocks: 10 };

describe('the experiments of the four guidelines', () => {
  it('keep the multiply-adds within 6 % in every setting of the paper', () => {
    for (const guideline of guidelines)
      for (const channelsOf of paperDevices)
        for (const factor of channelFactors) {
          const setting = { ...paperSetting, channelsOf, factor, blocks: 2 };
          const macs = variantsOf(guideline, setting).map(({ graph }) => costOf(graph).macs);
          expect(Math.min(...macs) / Math.max(...macs)).toBeGreaterThan(0.94);
        }
  });

  it('compare what the paper compares, with its speeds at the chosen factor', () => {
    const ids = guidelines.map((guideline) => variantsOf(guideline, paperSetting).map(({ id }) => id));
    expect(ids).toEqual([
      ['1:1', '1:2', '1:6', '1:12'],
      ['1', '2', '4', '8'],
      ['one', 'twoInSeries', 'fourInSeries', 'twoInParallel', 'fourInParallel'],
      ['reluAndShortcut', 'relu', 'shortcut', 'neither'],
    ]);
    // arXiv:1807.11164, Table 1, row 1:6, column x4; Table 4, last row, column x1.
    expect(variantsOf('g1', { ...paperSetting, factor: 4 })[2]?.paper).toEqual({ gpu: 189, arm: 4.6 });
    expect(variantsOf('g4', paperSetting)[3]?.paper).toEqual({ gpu: 2842, arm: 66.3 });
  });

  it('shrink with the map and the blocks, and use the narrower channels of the ARM tables', () => {
    const macsOf = (setting: ExperimentSetting) => variantsOf('g2', setting).map(({ graph }) => costOf(graph).macs);
    const [whole = 0] = macsOf(paperSetting);
    expect(whole).toBe(10 * 56 * 56 * 128 * 128);
    expect(macsOf({ ...paperSetting, resolution: 28 })[0]).toBe(whole / 4);
    expect(macsOf({ ...paperSetting, blocks: 5 })[0]).toBe(whole / 2);
    expect(macsOf({ ...paperSetting, channelsOf: 'arm' })[0]).toBe(whole / 4);
  });

  it('use 184 channels for eight groups, where the paper prints 180, which do not divide', () => {
    const [, , , eight] = variantsOf('g2', { ...paperSetting, channelsOf: 'arm' });
    expect(eight?.graph.input.shape.channels).toBe(184);
    expect(raisedChannels({ ...paperSetting, channelsOf: 'arm' })).toEqual([
      { groups: 8, printed: 180, channels: 184 },
    ]);
    // On the GPU eight groups have 360 channels, and on ARM twice 180 divide.
    expect(raisedChannels(paperSetting)).toEqual([]);
    expect(raisedChannels({ ...paperSetting, channelsOf: 'arm', factor: 2 })).toEqual([]);
  });
});
