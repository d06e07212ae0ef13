import type { Beside } from '../formats/givenFiles';
import { shortened } from '../formats/bytes/refusal';
import type { Normalisation } from '../frames/preprocess';

/** What timm's and transformers' JSON files beside the weights say about them. What is missing is not said. */
export type PublishedConfig = {
  /** Name in timm: `tf_mobilenetv3_small_100`, with the tag of its training if there is one. */
  readonly architecture?: string;
  /** Type in transformers: `mobilenet_v2`. */
  readonly modelType?: string;
  readonly normalisation?: Normalisation;
  /** Side of the square input in pixels. */
  readonly resolution?: number;
  readonly padding?: 'symmetric' | 'same';
  readonly epsilon?: number;
  /** In the words of transformers: `relu6`. */
  readonly activation?: string;
  /** Whether strides are replaced by dilation (an output stride below 32), which no network here has. */
  readonly isDilated?: boolean;
  /** What it sets that no network here has: `model_args: output_stride 16`. */
  readonly refused?: string;
  /** A name for each output. */
  readonly labels?: readonly string[];
};

/** A megabyte names 20,000 classes. */
const maxBytes = 4 * 2 ** 20;

/**
 * Reads `config.json` (timm's `pretrained_cfg`, transformers' configuration) and `preprocessor_config.json` (transformers'
 * image processor) from the files that were given along; null if there is neither, or they are something else.
 */
export async function readPublishedConfig(beside: Beside): Promise<PublishedConfig | null> {
  const [config, processor] = await Promise.all([
    readFields(beside, 'config.json'),
    readFields(beside, 'preprocessor_config.json'),
  ]);
  if (config === null) return null;
  const { architecture, model_type: modelType } = config;
  if (typeof architecture === 'string') return timmConfig(architecture, config);
  return typeof modelType === 'string' ? transformersConfig(modelType, config, processor ?? {}) : null;
}

type Fields = Readonly<Record<string, unknown>>;

async function readFields(beside: Beside, name: string): Promise<Fields | null> {
  const bytes = await beside(name);
  if (bytes === null || bytes.length > maxBytes) return null;
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isFields(json) ? json : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function timmConfig(architecture: string, config: Fields): PublishedConfig {
  const cfg = isFields(config['pretrained_cfg']) ? config['pretrained_cfg'] : config;
  const [mean, std] = [rgbOf(cfg['mean']), rgbOf(cfg['std'])];
  const size: unknown = Array.isArray(cfg['input_size']) ? cfg['input_size'][1] : undefined;
  const tag = typeof cfg['tag'] === 'string' && !architecture.includes('.') ? `.${cfg['tag']}` : '';
  const labels = textsOf(cfg['label_names']) ?? textsOf(config['label_names']);
  return {
    architecture: `${architecture}${tag}`,
    ...(mean && std && { normalisation: { mean, std } }),
    ...(isSide(size) && { resolution: size }),
    ...(labels && { labels }),
    ...argumentsOf(config),
  };
}

/** Arguments of timm's create_model that change nothing at inference, or that the tensors show. */
const neutral: ReadonlySet<string> = new Set([
  ...['num_classes', 'drop_rate', 'drop_path_rate', 'drop_block_rate', 'pretrained', 'pretrained_cfg', 'exportable'],
  ...['pretrained_cfg_overlay', 'scriptable', 'no_jit', 'checkpoint_path', 'cache_dir', 'bn_momentum'],
]);

/** Values of other arguments that every network here has. */
const usual: Readonly<Record<string, unknown>> = { in_chans: 3, global_pool: 'avg', output_stride: 32 };

/** What `global_pool` and `model_args` say, which timm's save_for_hf writes; an argument of null has its default. */
function argumentsOf({ global_pool: pool, model_args: args }: Fields): Partial<PublishedConfig> {
  const given: readonly (readonly [string, unknown])[] = Object.entries(isFields(args) ? args : {});
  if (pool !== undefined && pool !== null && pool !== 'avg') return { refused: `global_pool ${wordOf(pool)}` };
  const set = given.filter(([name, value]) => !neutral.has(name) && value !== null && usual[name] !== value);
  const own = new Map(set);
  const activation = own.get('act_layer');
  const isRelu = activation === 'relu' || activation === 'relu6';
  const epsilon = own.get('bn_eps');
  const known = [...(isRelu ? ['act_layer'] : []), ...(typeof epsilon === 'number' ? ['bn_eps'] : [])];
  const other = set.find(([name]) => !known.includes(name));
  if (other !== undefined) return { refused: `model_args: ${shortened(other[0])} ${wordOf(other[1])}` };
  return { ...(isRelu && { activation }), ...(typeof epsilon === 'number' && { epsilon }) };
}

function wordOf(value: unknown): string {
  return shortened(typeof value === 'string' ? value : JSON.stringify(value));
}

function transformersConfig(modelType: string, config: Fields, processor: Fields): PublishedConfig {
  const { hidden_act: activation, tf_padding: isSame, layer_norm_eps: epsilon, image_size: side } = config;
  const resolution = sideOf(processor['crop_size']) ?? (isSide(side) ? side : sideOf(processor['size']));
  const normalisation = processorNormalisation(processor);
  const labels = idLabels(config['id2label']);
  return {
    modelType,
    ...(typeof activation === 'string' && { activation }),
    ...(typeof isSame === 'boolean' && { padding: isSame ? 'same' : 'symmetric' }),
    ...(typeof epsilon === 'number' && { epsilon }),
    ...(resolution !== undefined && { resolution }),
    ...(normalisation && { normalisation }),
    ...(typeof config['output_stride'] === 'number' && { isDilated: config['output_stride'] !== 32 }),
    ...(labels && { labels }),
  };
}

/** (value * rescale_factor - image_mean) / image_std, in terms of value / 255. */
function processorNormalisation(processor: Fields): Normalisation | undefined {
  const { do_rescale: isRescaled, do_normalize: isNormalised, rescale_factor: factor } = processor;
  if (isRescaled === undefined && isNormalised === undefined && processor['image_mean'] === undefined) return undefined;
  const scale = isRescaled === false ? 255 : typeof factor === 'number' && factor > 0 ? 255 * factor : 1;
  const [mean, std] =
    isNormalised === false ? [zeros, ones] : [rgbOf(processor['image_mean']), rgbOf(processor['image_std'])];
  if (mean === undefined || std === undefined) return undefined;
  const scaled = (values: Rgb): Rgb => [values[0] / scale, values[1] / scale, values[2] / scale];
  return { mean: scaled(mean), std: scaled(std) };
}

type Rgb = readonly [number, number, number];

const zeros: Rgb = [0, 0, 0];
const ones: Rgb = [1, 1, 1];

function rgbOf(value: unknown): Rgb | undefined {
  const numbers: readonly unknown[] = Array.isArray(value) ? value : [];
  const [red, green, blue] = numbers;
  return typeof red === 'number' && typeof green === 'number' && typeof blue === 'number'
    ? [red, green, blue]
    : undefined;
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function sideOf(size: unknown): number | undefined {
  const side = isFields(size) ? size['height'] : size;
  return isSide(side) ? side : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const texts = items.filter((item) => typeof item === 'string');
  return texts.length > 0 && texts.length === items.length ? texts : undefined;
}

/** `{ "0": "tench", "1": ... }`; the placeholders `LABEL_0` that transformers writes for unnamed classes are none. */
function idLabels(value: unknown): readonly string[] | undefined {
  if (!isFields(value)) return undefined;
  const names = Array.from({ length: Object.keys(value).length }, (_, index) => value[String(index)]);
  const labels = textsOf(names);
  return labels?.every((label) => /^LABEL_\d+$/.test(label)) === true ? undefined : labels;
}
