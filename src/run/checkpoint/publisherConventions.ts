import type { Model, PixelScale } from '../../nets/models/model';
import { imageNetNormalisation, type Normalisation } from '../frames/preprocess';
import type { StatedGraph } from '../stated/statedGraph';
import type { CheckpointLayers, Naming } from './checkpointLayers';
import type { PublishedConfig } from './publishedConfig';

/** What weights assume, beyond their values. */
export type PublisherConventions = {
  readonly padding: 'symmetric' | 'same';
  readonly normalisation: Normalisation;
  /** Whether images are BGR. */
  readonly isBgr: boolean;
  /** Epsilon of batch norms that do not have one; undefined means that of the graph. */
  readonly epsilon?: number;
};

/** What names weights, besides their tensors. */
export type Sources = {
  /** With its folders, where they are known. */
  readonly fileName: string;
  /** The network that the checkpoint names beside its weights. */
  readonly architecture?: string | undefined;
  readonly config?: PublishedConfig | null;
};

/** The sources, without a config.json that belongs to another network. */
export function configured(sources: Sources, model: Model, naming: Naming): Sources {
  const { config } = sources;
  const { architecture, modelType } = config ?? {};
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const isOf = (name: string | undefined) => name !== undefined && plain(name).includes(plain(model.id));
  const isOwn = naming === 'transformers' ? isOf(modelType) : isOf(architecture);
  return isOwn ? sources : { ...sources, config: null };
}

/** Values from 0 to 255, unscaled, as in Megvii's releases. */
const raw: Normalisation = { mean: [0, 0, 0], std: [1 / 255, 1 / 255, 1 / 255] };

const normalisations: Readonly<Record<PixelScale, Normalisation>> = {
  imageNet: imageNetNormalisation,
  centred: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
  aroundMiddle: { mean: [127 / 255, 127 / 255, 127 / 255], std: [128 / 255, 128 / 255, 128 / 255] },
  // The mean in RGB order.
  caffe: { mean: [123.68 / 255, 116.779 / 255, 103.939 / 255], std: raw.std },
};

/** The default epsilon of PyTorch. Networks that torchvision has are declared with that of torchvision. */
const pytorchEpsilon = 1e-5;

/**
 * The conventions in the file, completed by its config.json and by those of its publisher: torchvision, timm (whose `tf_`
 * networks are converted from TensorFlow), transformers, Megvii, Keras, TensorFlow.
 * @param chosenPadding what the person chose, which also tells timm's two kinds apart
 */
export function publisherConventionsOf(
  model: Model,
  checkpoint: CheckpointLayers,
  sources: Sources,
  chosenPadding?: number | string,
): PublisherConventions {
  const { config } = sources;
  const { naming } = checkpoint;
  const isFromTensorFlow = isConverted(naming, sources, chosenPadding ?? checkpoint.padding);
  const isSame = isFromTensorFlow || naming === 'tensorflow';
  const habit = checkpoint.padding ?? config?.padding ?? (isSame ? 'same' : 'symmetric');
  const padding = chosenPadding === 'same' || chosenPadding === 'symmetric' ? chosenPadding : habit;
  const isPlain = naming === 'timm' || (naming === 'pytorch' && hasOwnEpsilon(model));
  const epsilon = config?.epsilon ?? (isFromTensorFlow ? 1e-3 : isPlain ? pytorchEpsilon : undefined);
  const isTensorFlows = isSame || naming === 'keras' || ('padding' in model.options && padding === 'same');
  return {
    padding,
    normalisation: normalisationOf(model, checkpoint, sources, isTensorFlows),
    isBgr: naming === 'megvii' || isCaffe(model, naming),
    ...(epsilon !== undefined && { epsilon }),
  };
}

/** The normalisation of files with the app's own names but no manifest: that of the shipped weights. */
export function ownNormalisation(model: Model): Normalisation {
  return normalisations[model.pixels?.official ?? 'imageNet'];
}

/**
 * Which of timm's two kinds the names around the weights say: `tf` for those converted from TensorFlow. The Hub gives
 * every file the name `model.safetensors`, which says neither.
 */
export function timmKindOf({ config, architecture, fileName }: Sources): 'tf' | 'plain' | undefined {
  const name = config?.architecture ?? architecture ?? fileName;
  const own = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  // A folder counts only with the whole name of a network, since any folder may begin with tf_.
  if (own.startsWith('tf_')) return 'tf';
  return [own, name].map(namedKind).find((kind) => kind !== undefined);
}

function namedKind(name: string): 'tf' | 'plain' | undefined {
  if (/tf_(mobilenet|efficientnet)/.test(name)) return 'tf';
  return /mobilenetv\d_((large|small)_)?\d{3}|efficientnet_lite\d/.test(name) ? 'plain' : undefined;
}

function isConverted(naming: Naming, sources: Sources, chosenPadding?: number | string): boolean {
  if (naming === 'lukemelas' || naming === 'transformers') return true;
  if (naming !== 'timm') return false;
  return timmKindOf(sources) === undefined ? chosenPadding === 'same' : timmKindOf(sources) === 'tf';
}

/** Networks that are declared with the epsilon of one release, which other code does not follow. */
function hasOwnEpsilon({ id, follows }: Model): boolean {
  return follows === 'tensorflow' || id === 'mobilenet-v3';
}

function isCaffe(model: Model, naming: Naming): boolean {
  return naming === 'keras' && model.pixels?.keras === 'caffe';
}

function normalisationOf(
  model: Model,
  { naming, normalisation, stated }: CheckpointLayers,
  { config, architecture, fileName }: Sources,
  isTensorFlows: boolean,
): Normalisation {
  if (isCaffe(model, naming)) return normalisations.caffe;
  if (naming === 'megvii') return raw;
  if (normalisation !== undefined) return normalisation;
  if (config?.normalisation !== undefined) return config.normalisation;
  if (naming === 'lukemelas' && model.pixels?.official !== undefined) return normalisations[model.pixels.official];
  // Tags of timm's recipes: `ra4` trains with values in -1..1, `miil` in 0..1.
  const name = naming === 'timm' ? (config?.architecture ?? architecture ?? fileName) : '';
  if (/\.ra4_/.test(name)) return normalisations.centred;
  if (/\.miil_/.test(name)) return { mean: [0, 0, 0], std: [1, 1, 1] };
  // Ports of MobileNet V1 to PyTorch are trained with its example for ImageNet; timm's is not.
  const isPort = naming === 'pytorch' || (naming === 'onnx' && !isTensorFlows && hasRelu(stated));
  if (isPort && model.id === 'mobilenet-v1') return normalisations.imageNet;
  return normalisations[isTensorFlows ? 'centred' : (model.pixels?.pytorch ?? 'imageNet')];
}

/** timm's MobileNet V1 has ReLU6 alone. */
function hasRelu(stated: StatedGraph | undefined): boolean {
  return stated?.nodes.some(({ op }) => op.kind === 'activation' && op.function === 'relu') === true;
}

/** What the config.json sets that the network has not, as a sentence. */
export function configRefusal({ options, name }: Model, { config }: Sources): string | undefined {
  if (config?.isDilated === true) {
    return 'config.json: an output_stride of less than 32, which no network here has (wanted 32)';
  }
  const { architecture, activation, refused } = config ?? {};
  const option = options['activation'];
  const hasNone = architecture !== undefined && activation !== undefined && option?.kind !== 'choice';
  const found = hasNone ? `model_args: act_layer ${activation}` : refused;
  if (found === undefined) return undefined;
  return `config.json: ${found}, which ${name} here has not: only a network made without it is read`;
}
