import type { Model, PixelScale } from '../../nets/models/model';
import { imageNetNormalisation, type Normalisation } from '../frames/preprocess';
import type { CheckpointLayers, Naming } from './checkpointLayers';

/** What weights take for granted, beside their values. */
export type PublisherConventions = {
  readonly padding: 'symmetric' | 'same';
  readonly normalisation: Normalisation;
  /** Blue, green, red. */
  readonly isBgr: boolean;
  /** Of batch norms that do not say; undefined is the graph's own. */
  readonly epsilon?: number;
};

/** 0 to 255 as they are: Megvii's habit. */
const raw: Normalisation = { mean: [0, 0, 0], std: [1 / 255, 1 / 255, 1 / 255] };

const normalisations: Readonly<Record<PixelScale, Normalisation>> = {
  imageNet: imageNetNormalisation,
  centred: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
  aroundMiddle: { mean: [127 / 255, 127 / 255, 127 / 255], std: [128 / 255, 128 / 255, 128 / 255] },
  // The mean in red, green, blue.
  caffe: { mean: [123.68 / 255, 116.779 / 255, 103.939 / 255], std: raw.std },
};

/** PyTorch's own epsilon. Networks that torchvision has are declared with torchvision's. */
const pytorchEpsilon = 1e-5;

/**
 * What the file says of its conventions, and for the rest what its publisher does: torchvision, timm (whose `tf_` networks
 * were converted from TensorFlow), Megvii's ShuffleNets, Keras, TensorFlow.
 */
export function publisherConventionsOf(
  model: Model,
  checkpoint: CheckpointLayers,
  fileName: string,
): PublisherConventions {
  const isFromTensorFlow = isConverted(checkpoint, fileName);
  const { naming } = checkpoint;
  const isSame = isFromTensorFlow || naming === 'tensorflow';
  const padding = checkpoint.padding ?? (isSame ? 'same' : 'symmetric');
  const isPlain = naming === 'timm' || (naming === 'pytorch' && model.follows === 'tensorflow');
  const epsilon = isFromTensorFlow ? 1e-3 : isPlain ? pytorchEpsilon : undefined;
  return {
    padding,
    normalisation: normalisationOf(
      model,
      checkpoint,
      isFromTensorFlow || ('padding' in model.options && padding === 'same'),
    ),
    isBgr: naming === 'megvii' || isCaffe(model, naming),
    ...(epsilon !== undefined && { epsilon }),
  };
}

/** Of files by the app's own names, where the manifest is not at hand: that of the weights that it ships. */
export function ownNormalisation(model: Model): Normalisation {
  return normalisations[model.pixels?.official ?? 'imageNet'];
}

function isConverted({ naming }: CheckpointLayers, fileName: string): boolean {
  return naming === 'lukemelas' || (naming === 'timm' && /(^|[/\\])tf_/.test(fileName));
}

function isCaffe(model: Model, naming: Naming): boolean {
  return naming === 'keras' && model.pixels?.keras === 'caffe';
}

function normalisationOf(
  model: Model,
  { naming, normalisation }: CheckpointLayers,
  isTensorFlows: boolean,
): Normalisation {
  if (isCaffe(model, naming)) return normalisations.caffe;
  if (naming === 'megvii') return raw;
  if (normalisation !== undefined) return normalisation;
  if (naming === 'lukemelas' && model.pixels?.official !== undefined) return normalisations[model.pixels.official];
  return normalisations[isTensorFlows ? 'centred' : (model.pixels?.pytorch ?? 'imageNet')];
}
