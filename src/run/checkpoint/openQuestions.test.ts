import { describe, expect, test } from 'vitest';
import { mobileNetV1 } from '../../nets/models/mobileNetV1';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { mobileNetV3 } from '../../nets/models/mobileNetV3';
import type { Model } from '../../nets/models/model';
import type { Choice } from '../../nets/parameter';
import type { CheckpointLayers } from './checkpointLayers';
import { parseConventions } from './chosenConventions';
import { conventionsOf, strideNotes } from './conventions';
import { readPublishedConfig, type PublishedConfig } from './publishedConfig';
import type { Sources } from './publisherConventions';

const from = (naming: CheckpointLayers['naming'], more: Partial<CheckpointLayers> = {}): CheckpointLayers => ({
  ...{ naming, orders: [], flattens: 'channelsFirst' },
  ...more,
});

function read(model: Model, checkpoint: CheckpointLayers, sources: Sources, options: Choice = {}) {
  const { settings, ...conventions } = conventionsOf(model, checkpoint, sources, { options, chosen: {} });
  const open = settings.filter(({ isOpen }) => isOpen).map(({ name }) => name);
  return { ...conventions, open, fromOf: (name: string) => settings.find((each) => each.name === name)?.from };
}

const generic: Sources = { fileName: '/home/me/model.safetensors' };

describe('what a file does not say is asked', () => {
  test.each([
    ['the activation of a MobileNet V1 of unknown code', mobileNetV1, from('pytorch'), generic, ['activation']],
    ['the gate of a MobileNet V3 of unknown code', mobileNetV3, from('pytorch'), generic, ['gate']],
    ['which of the two kinds of timm a nameless file is', mobileNetV3, from('timm'), generic, ['padding']],
  ])('%s', (_, model, checkpoint, sources, open) => {
    expect(read(model, checkpoint, sources).open).toEqual(open);
  });

  test.each([
    ["torchvision's names", mobileNetV2, from('torchvision'), generic],
    ["timm's names of a network that it has once", mobileNetV2, from('timm'), generic],
    ['a name of timm', mobileNetV3, from('timm'), { fileName: 'mobilenetv3_small_100.lamb_in1k.safetensors' }],
    [
      'a folder named so',
      mobileNetV3,
      from('timm'),
      { fileName: '/hub/mobilenetv3_large_100.ra_in1k/model.safetensors' },
    ],
    [
      'the arguments of the training script',
      mobileNetV3,
      from('timm'),
      { ...generic, architecture: 'mobilenetv3_small_075' },
    ],
    ['a gap in the numbers of modules', mobileNetV3, from('pytorch', { gate: 'before' }), generic],
    [
      'modules of a network saved whole',
      mobileNetV1,
      from('pytorch', { activations: new Set(['relu'] as const) }),
      generic,
    ],
  ])('not where %s say it', (_, model, checkpoint, sources) => {
    expect(read(model, checkpoint, sources).open).toEqual([]);
  });

  test('not twice: what the person chose is used', () => {
    expect(read(mobileNetV1, from('pytorch'), generic, { activation: 'relu' })).toMatchObject({
      open: [],
      variants: { activation: 'relu' },
    });
    const converted = read(mobileNetV3, from('timm'), generic, { padding: 'same' });
    expect(converted).toMatchObject({
      open: [],
      padding: 'same',
      epsilon: 1e-3,
      normalisation: { mean: [0.5, 0.5, 0.5] },
    });
  });
});

test('code of unknown origin has the defaults of PyTorch, which are said to be assumed', () => {
  const found = read(mobileNetV1, from('pytorch'), generic);
  expect(found).toMatchObject({ padding: 'symmetric', epsilon: 1e-5, normalisation: { std: [0.229, 0.224, 0.225] } });
  expect(['mean', 'padding', 'colours'].map(found.fromOf)).toEqual(['assumed', 'assumed', 'assumed']);
});

test.each(['onnx', 'tensorflow'] as const)(
  'what %s files state as TensorFlow pads is assumed to take -1..1',
  (naming) => {
    const found = read(mobileNetV3, from(naming), generic, { padding: 'same' });
    expect(found.normalisation).toEqual({ mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] });
    expect(['mean', 'std', 'colours'].map(found.fromOf)).toEqual(['assumed', 'assumed', 'assumed']);
  },
);

test('strides are said to be assumed where the code is unknown, or where the classes are those of CIFAR', () => {
  const said = (['torchvision', 'pytorch'] as const).map((naming) =>
    [10, 100, 1000].map((classes) => strideNotes(naming, classes).length),
  );
  expect(said).toEqual([
    [1, 1, 0],
    [1, 1, 1],
  ]);
});

describe('a config.json beside the weights', () => {
  const beside = (files: Readonly<Record<string, unknown>>) => (name: string) =>
    Promise.resolve(name in files ? new TextEncoder().encode(JSON.stringify(files[name])) : null);
  const configOf = async (files: Readonly<Record<string, unknown>>): Promise<PublishedConfig | null> =>
    readPublishedConfig(beside(files));

  test('of timm tells its kind, and what its pretrained_cfg says of pixels', async () => {
    const cfg = { mean: [0.1, 0.2, 0.3], std: [0.4, 0.5, 0.6], input_size: [3, 96, 96], tag: 'in1k' };
    const config = await configOf({ 'config.json': { architecture: 'tf_mobilenetv3_small_100', pretrained_cfg: cfg } });
    expect(config).toMatchObject({ architecture: 'tf_mobilenetv3_small_100.in1k', resolution: 96 });
    const found = read(mobileNetV3, from('timm'), { ...generic, config });
    expect(found).toMatchObject({ open: [], padding: 'same', epsilon: 1e-3, normalisation: { mean: [0.1, 0.2, 0.3] } });
    expect(found.fromOf('mean')).toBe('config');
  });

  test('of transformers has padding, epsilon, activation, names and the scaling of its image processor', async () => {
    const model = { model_type: 'mobilenet_v2', hidden_act: 'relu', tf_padding: false, layer_norm_eps: 0.01 };
    const processor = {
      do_rescale: true,
      rescale_factor: 1 / 127.5,
      do_normalize: true,
      image_mean: [1, 1, 1],
      image_std: [1, 1, 1],
    };
    const config = await configOf({
      'config.json': { ...model, id2label: { 0: 'cat', 1: 'dog' }, output_stride: 16 },
      'preprocessor_config.json': { ...processor, crop_size: { height: 192, width: 192 } },
    });
    expect(config).toMatchObject({ labels: ['cat', 'dog'], isDilated: true, resolution: 192 });
    const found = read(mobileNetV2, from('transformers'), { ...generic, config });
    expect(found).toMatchObject({ padding: 'symmetric', epsilon: 0.01, variants: { activation: 'relu' } });
    // value / 127.5 - 1 is (value / 255 - 0.5) / 0.5.
    expect(found.normalisation.mean[0]).toBeCloseTo(0.5, 12);
    expect(found.normalisation.std[2]).toBeCloseTo(0.5, 12);
  });

  test('of timm says what create_model was given: an activation and epsilon are followed, the rest is refused', async () => {
    const withArguments = (args: object, more: object = {}) =>
      configOf({ 'config.json': { architecture: 'mobilenetv2_050', global_pool: 'avg', ...more, model_args: args } });
    const plain = await withArguments({ num_classes: 5, in_chans: 3, global_pool: 'avg', output_stride: null });
    expect([plain?.refused, plain?.activation]).toEqual([undefined, undefined]);
    const config = await withArguments({ act_layer: 'relu', bn_eps: 0.01 });
    expect(config?.refused).toBeUndefined();
    const found = read(mobileNetV2, from('timm'), { ...generic, config });
    expect(found).toMatchObject({ epsilon: 0.01, variants: { activation: 'relu' } });
    expect((await withArguments({ act_layer: 'silu' }))?.refused).toBe('model_args: act_layer silu');
    expect((await withArguments({ output_stride: 16 }))?.refused).toBe('model_args: output_stride 16');
    expect((await withArguments({}, { global_pool: 'max' }))?.refused).toBe('global_pool max');
  });

  test('that is none, or has placeholders for names, says nothing of them', async () => {
    expect(await configOf({ 'config.json': ['architecture'] })).toBeNull();
    expect(await configOf({ 'config.json': { version: 1 } })).toBeNull();
    const unnamed = { model_type: 'mobilenet_v1', id2label: { 0: 'LABEL_0', 1: 'LABEL_1' } };
    expect((await configOf({ 'config.json': unnamed }))?.labels).toBeUndefined();
  });
});

describe('what a person types', () => {
  test('is one number for all colours, or three', () => {
    expect(parseConventions({ mean: '0.5', std: '0.1, 0.2,0.3', epsilon: '1e-3', colours: 'bgr' })).toEqual({
      ok: true,
      value: { mean: [0.5, 0.5, 0.5], std: [0.1, 0.2, 0.3], epsilon: 0.001, colours: 'bgr' },
    });
  });

  test.each([
    [{ mean: '0.5,0.5' }, 'mean: not three numbers (got 0.5,0.5'],
    [{ std: '0' }, 'std: not three numbers (got 0'],
    [{ colours: 'gbr' }, 'colours: no such order (got gbr, wanted rgb or bgr)'],
    [{ epsilon: '-1' }, 'epsilon: not a number of at least 0 (got -1'],
  ])('is refused with what would be right: %o', (typed, error) => {
    const parsed = parseConventions(typed);
    expect(parsed.ok ? 'was read' : parsed.error.detail).toContain(error);
  });
});
