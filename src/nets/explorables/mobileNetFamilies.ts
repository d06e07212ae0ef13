import type { Choice } from '../parameter';
import type { Graph } from '../graph';
import type { Model } from '../models/model';
import { mobileNetV1 } from '../models/mobileNetV1';
import { mobileNetV2 } from '../models/mobileNetV2';
import { mobileNetV3 } from '../models/mobileNetV3';
import { defineExplorable } from './explorable';
import { steps } from '../steps';
import { withStandardConvolutions } from './withStandardConvolutions';

const width = { kind: 'number', default: 1, values: steps(0.25, 1.4, 0.05) } as const;
const resolution = { kind: 'number', default: 224, values: steps(96, 288, 32) } as const;

/** MobileNet V1 over its two multipliers, compared with the same network with standard convolutions. */
export const mobileNetV1Family = defineExplorable({
  id: 'net',
  knobs: { width, resolution },
  block: (values) => built(mobileNetV1, values).output,
  replaced: (values) => withStandardConvolutions(built(mobileNetV1, values)).output,
});

/** MobileNet V2 over its two multipliers, compared with V1 at the same. */
export const mobileNetV2Family = defineExplorable({
  id: 'net',
  knobs: { width, resolution },
  block: (values) => built(mobileNetV2, values).output,
  replaced: (values) => built(mobileNetV1, values).output,
});

/** MobileNet V3 in its two sizes, compared with V2 at the same multipliers. */
export const mobileNetV3Family = defineExplorable({
  id: 'net',
  knobs: { size: { kind: 'choice', default: 'large', values: ['large', 'small'] }, width, resolution },
  block: (values) => built(mobileNetV3, values).output,
  replaced: (values) => built(mobileNetV2, { width: values.width, resolution: values.resolution }).output,
});

function built(model: Model, choice: Choice): Graph {
  const graph = model.build(choice);
  if (!graph.ok) throw new RangeError(`mobileNetFamilies: ${graph.error}`);
  return graph.value;
}
