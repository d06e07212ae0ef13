import { channelFactors, guidelines, paperDevices, variantsOf } from '../../nets/explorables/guidelineExperiments';
import { success } from '../../nets/result';
import {
  dateAt,
  deviceAt,
  fieldsAt,
  fieldsOf,
  listOf,
  oneOfAt,
  positiveAt,
  textAt,
  timesOf,
  type Fields,
} from '../measured/fields';
import { measuredKeys } from '../measured/measuredKeys';
import type { Shelf } from '../measured/shelf';
import { questionOf, type ExperimentResult } from './experimentFiles';

/** The results of Guidelines that this browser keeps: the latest for each question. */
export const experimentShelf: Shelf<ExperimentResult> = {
  key: measuredKeys.guidelines,
  parse: (json) => success(resultOf(fieldsOf(json, 'guideline'))),
  settingsOf: questionOf,
};

function resultOf(fields: Fields): ExperimentResult {
  const asked = fieldsAt(fields, 'setting');
  const guideline = oneOfAt(fields, 'guideline', guidelines);
  const setting = {
    channelsOf: oneOfAt(asked, 'channelsOf', paperDevices),
    factor: oneOfAt(asked, 'factor', channelFactors),
    resolution: positiveAt(asked, 'resolution'),
    blocks: positiveAt(asked, 'blocks'),
  };
  const where = `${fields.where}.samplesMs`;
  const samplesMs = listOf(fields.values['samplesMs'], where).map((times) => timesOf(times, where));
  const wanted = variantsOf(guideline, setting).length;
  if (samplesMs.length !== wanted)
    throw new TypeError(`${where}: not one for each network (got ${samplesMs.length}, wanted ${wanted})`);
  return {
    guideline,
    setting,
    backend: oneOfAt(fields, 'backend', ['auto', 'webgpu', 'wasm'] as const),
    rounds: positiveAt(fields, 'rounds'),
    device: deviceAt(fields, 'device'),
    samplesMs,
    date: dateAt(fields, 'date'),
    browser: textAt(fields, 'browser'),
  };
}
