import { oneOf, oneOfNumbers } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import type { ExperimentSetting } from '../../../nets/explorables/guidelineExperiments';
import { channelFactors, paperDevices } from '../../../nets/explorables/guidelineExperiments';
import type { BackendChoice } from '../../../run/device/executor';
import { backendChoices } from '../../running/measuring/backendChoices';

export const resolutions = [7, 14, 28, 56] as const;
export const blockCounts = [1, 4, 10] as const;
export const roundCounts = [3, 7, 15] as const;

/** The page's state in the address; the defaults are the paper's setting. */
const address = {
  backend: oneOf(backendChoices).withDefault('auto'),
  channels: oneOf(paperDevices).withDefault('gpu'),
  factor: oneOfNumbers(channelFactors).withDefault(1),
  size: oneOfNumbers(resolutions).withDefault(56),
  blocks: oneOfNumbers(blockCounts).withDefault(10),
  rounds: oneOfNumbers(roundCounts).withDefault(7),
};

export type ExperimentChoices = {
  readonly backend: BackendChoice;
  readonly setting: ExperimentSetting;
  readonly rounds: (typeof roundCounts)[number];
  readonly choose: (wanted: Partial<Chosen>) => void;
};

type Chosen = {
  readonly backend: BackendChoice;
  readonly channels: (typeof paperDevices)[number];
  readonly factor: (typeof channelFactors)[number];
  readonly size: (typeof resolutions)[number];
  readonly blocks: (typeof blockCounts)[number];
  readonly rounds: (typeof roundCounts)[number];
};

export function useExperimentChoices(): ExperimentChoices {
  const [{ backend, channels, factor, size, blocks, rounds }, set] = useAddress(address);
  return {
    backend,
    setting: { channelsOf: channels, factor, resolution: size, blocks },
    rounds,
    choose: (wanted) => void set(wanted),
  };
}
