import { expect, test } from 'vitest';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { endsInFeatures } from './endsInFeatures';
import { statedFrom } from './fixtures/statedFrom';

test('networks with a classifier do not end in features', () => {
  for (const model of [mobileNetV2, squeezeNet]) {
    expect(endsInFeatures(statedFrom(builtGraph(model, { resolution: 64 })))).toBe(false);
  }
});

test('a network without its classifier does: averaged, or as a map', () => {
  const whole = statedFrom(builtGraph(mobileNetV2, { resolution: 64 }));
  const [pooled] = whole.output.inputs;
  const [map] = pooled?.inputs ?? [];
  for (const output of [pooled, map]) {
    expect(output && endsInFeatures({ ...whole, output })).toBe(true);
  }
});
