import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RunError } from '../../../run/errors/runError';

/** Why a setting of the Recognised card cannot be used, and what to write. */
export function settingText({ setting, got, detail }: Extract<RunError, { code: 'badSetting' }>): {
  readonly title: MessageDescriptor;
  readonly advice: MessageDescriptor;
} {
  switch (setting) {
    case 'mean':
      return {
        title: msg`The mean of red, green and blue cannot be ${got}.`,
        advice: msg`Enter one number per channel, from 0 to 1, separated by commas: 0.485,0.456,0.406. A single number applies to all three.`,
      };
    case 'std':
      return {
        title: msg`The standard deviation cannot be ${got}.`,
        advice: msg`Enter one number per channel, each above 0, separated by commas: 0.229,0.224,0.225. A single number applies to all three.`,
      };
    case 'epsilon':
      return {
        title: msg`The epsilon of batch norm cannot be ${got}.`,
        advice: msg`Enter a number of at least 0, such as 0.001.`,
      };
    case 'resolution':
      return {
        title: msg`The resolution cannot be ${got}.`,
        advice: msg`Enter a whole number of pixels that the network accepts, such as 224.`,
      };
    case 'width':
      return {
        title: msg`The width multiplier cannot be ${got}.`,
        advice: msg`The file’s own width is the only one that fits its weights: leave it as recognised.`,
      };
    default:
      return {
        title: msg`One of the settings cannot be used.`,
        advice: msg`Change it and run again. Reason: ${detail}`,
      };
  }
}
