import { expect, test } from 'vitest';
import { valueOf } from '../fixtures/wasmExecutor';
import { parseSafetensors, writeSafetensors } from '../formats/safetensors/safetensors';
import { namesakeOf } from './namesake';

/** A file with a tensor of one value for each module, depthwise ones of this kernel. */
function fileOf(modules: readonly string[], kernel: number) {
  const tensors = modules.map((module) => {
    const side = module.endsWith('conv_dw') ? kernel : 1;
    return { name: `${module}.weight`, shape: [1, 1, side, side], data: new Float32Array(side * side) };
  });
  return valueOf(parseSafetensors(writeSafetensors(tensors, { dtype: 'F32' })));
}

/** The last modules of the blocks of timm's networks of seven stages. */
const blocks = (counts: readonly number[]) =>
  counts.flatMap((count, stage) =>
    Array.from({ length: count }, (_, block) => [
      `blocks.${stage}.${block}.conv_dw`,
      `blocks.${stage}.${block}.conv_pwl`,
    ]),
  );

test("timm's MobileNet V2 of more blocks is told from those of the paper and from the EfficientNet-Lites", () => {
  const deep = blocks([1, 3, 4, 5, 4, 4, 1]).flat();
  expect(namesakeOf(fileOf(deep, 3))).toBe('timmDeepMobileNetV2');
  expect(namesakeOf(fileOf(deep, 5))).toBeUndefined();
  expect(namesakeOf(fileOf(blocks([1, 2, 3, 4, 3, 3, 1]).flat(), 3))).toBeUndefined();
});
