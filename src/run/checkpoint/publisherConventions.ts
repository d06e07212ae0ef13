import type { Model, PixelScale } from '../../nets/models/model';
import { imageNetNormalisation, type Normalisation } from '../frames/preprocess';
import type { CheckpointLayers, Naming } from './checkpointLayers';

/** What weights assume, beyond their values. */
export type PublisherConventions = {
  readonly padding: 'symmetric' | 'same';
  readonly normalisation: Normalisation;
  /** Whether images are BGR. */
  readonly isBgr: boolean;
  /** Epsilon of batch norms that do not have one; undefined means that of the graph. */
  readonly epsilon?: number;
};

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
 * The conventions in the file, completed by those of its publisher: torchvision, timm (whose `tf_` networks are
 * converted from TensorFlow), Megvii, Keras, TensorFlow.
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

/** The normalisation of files with the app's own names but no manifest: that of the shipped weights. */
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
