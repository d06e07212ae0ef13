import type { Choice } from '../../nets/parameter';
// With its ending, since vite.config.ts imports this file.
import { megvii } from '../../nets/papers/releases.ts';

/** ImageNet weights of a network, as published. */
export type OfficialWeights = {
  /** Folder name once downloaded: `mobilenet-v2-imagenet`. */
  readonly name: string;
  /** Id in the catalogue. */
  readonly net: string;
  /** Options that differ from the defaults of the network. */
  readonly options: Choice;
  readonly url: string;
  readonly publisher: Publisher;
  readonly license: string;
  /** First hexadecimal digits of the file's SHA-256, where the publisher puts them into the name. */
  readonly sha256Prefix?: string;
  /** Approximate length: torchvision publishes it in thousandths of a MiB, Keras not at all. */
  readonly aboutBytes?: number;
  /** ImageNet validation accuracy in per cent, as published. */
  readonly top1: number;
};

export type Publisher = 'torchvision' | 'Keras';

/** Weights that their authors share on a page where only people can download. */
export type HandPublished = { readonly net: string; readonly page: string; readonly title: string };

const torchvisionFolder = 'https://download.pytorch.org/models/';
const kerasFolder = 'https://storage.googleapis.com/tensorflow/keras-applications/';

/**
 * URLs, checksums, sizes and accuracies are from torchvision (`torchvision/models`, metadata of each weights entry).
 * File names end in a dash and the first digits of the SHA-256.
 */
function torchvision(
  name: string,
  net: string,
  options: Choice,
  file: string,
  mebibytes: number,
  top1: number,
): OfficialWeights {
  const [, sha256Prefix] = /-([0-9a-f]{8,})\.pth$/.exec(file) ?? [];
  return {
    name,
    net,
    options,
    url: `${torchvisionFolder}${file}`,
    publisher: 'torchvision',
    license: 'BSD-3-Clause',
    ...(sha256Prefix !== undefined && { sha256Prefix }),
    aboutBytes: Math.round(mebibytes * 2 ** 20),
    top1,
  };
}

/** URLs and accuracies are from the sources of `keras.applications`, licences from its documentation. */
function keras(
  name: string,
  net: string,
  options: Choice,
  file: string,
  license: string,
  top1: number,
): OfficialWeights {
  return { name, net, options, url: `${kerasFolder}${file}`, publisher: 'Keras', license, top1 };
}

const apache = 'Apache-2.0';
const v2File = 'mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_';

/**
 * Every network of the catalogue with published weights at a URL. torchvision's AlexNet is not here: unlike the
 * paper's, it has no groups.
 */
export const officialWeights: readonly OfficialWeights[] = [
  torchvision('squeezenet-imagenet', 'squeezenet', {}, 'squeezenet1_0-b66bff10.pth', 4.778, 58.092),
  torchvision('squeezenet-1.1-imagenet', 'squeezenet', { version: '1.1' }, 'squeezenet1_1-b8a52dc0.pth', 4.729, 58.178),
  keras('xception-imagenet', 'xception', {}, 'xception/xception_weights_tf_dim_ordering_tf_kernels.h5', 'MIT', 79),
  torchvision(
    'shufflenet-v2-0.5-imagenet',
    'shufflenet-v2',
    { width: 0.5 },
    'shufflenetv2_x0.5-f707e7126e.pth',
    5.282,
    60.552,
  ),
  torchvision('shufflenet-v2-imagenet', 'shufflenet-v2', {}, 'shufflenetv2_x1-5666bf0f80.pth', 8.791, 69.362),
  torchvision(
    'shufflenet-v2-1.5-imagenet',
    'shufflenet-v2',
    { width: 1.5 },
    'shufflenetv2_x1_5-3c479a10.pth',
    13.557,
    72.996,
  ),
  torchvision(
    'shufflenet-v2-2.0-imagenet',
    'shufflenet-v2',
    { width: 2 },
    'shufflenetv2_x2_0-8be3c8ee.pth',
    28.433,
    76.23,
  ),
  keras(
    'mobilenet-v1-0.25-imagenet',
    'mobilenet-v1',
    { width: 0.25 },
    'mobilenet/mobilenet_2_5_224_tf.h5',
    apache,
    50.6,
  ),
  keras('mobilenet-v1-0.5-imagenet', 'mobilenet-v1', { width: 0.5 }, 'mobilenet/mobilenet_5_0_224_tf.h5', apache, 63.7),
  keras(
    'mobilenet-v1-0.75-imagenet',
    'mobilenet-v1',
    { width: 0.75 },
    'mobilenet/mobilenet_7_5_224_tf.h5',
    apache,
    68.4,
  ),
  keras('mobilenet-v1-imagenet', 'mobilenet-v1', {}, 'mobilenet/mobilenet_1_0_224_tf.h5', apache, 70.6),
  keras('mobilenet-v2-0.35-imagenet', 'mobilenet-v2', { width: 0.35 }, `${v2File}0.35_224.h5`, apache, 60.3),
  keras('mobilenet-v2-0.5-imagenet', 'mobilenet-v2', { width: 0.5 }, `${v2File}0.5_224.h5`, apache, 65.4),
  keras('mobilenet-v2-0.75-imagenet', 'mobilenet-v2', { width: 0.75 }, `${v2File}0.75_224.h5`, apache, 69.8),
  torchvision('mobilenet-v2-imagenet', 'mobilenet-v2', {}, 'mobilenet_v2-b0353104.pth', 13.555, 71.878),
  keras('mobilenet-v2-1.4-imagenet', 'mobilenet-v2', { width: 1.4 }, `${v2File}1.4_224.h5`, apache, 75),
  torchvision(
    'mobilenet-v3-small-imagenet',
    'mobilenet-v3',
    { size: 'small' },
    'mobilenet_v3_small-047dcff4.pth',
    9.829,
    67.668,
  ),
  torchvision(
    'mobilenet-v3-large-imagenet',
    'mobilenet-v3',
    { size: 'large' },
    'mobilenet_v3_large-8738ca79.pth',
    21.114,
    74.042,
  ),
  torchvision('vgg16-imagenet', 'vgg16', {}, 'vgg16-397923af.pth', 527.796, 71.592),
  torchvision('inception-v3-imagenet', 'inception-v3', {}, 'inception_v3_google-0cc3c7bd.pth', 103.903, 77.294),
];

export const handPublished: readonly HandPublished[] = [
  {
    net: 'shufflenet-v1',
    page: megvii.url,
    title: 'megvii-model/ShuffleNet-Series',
  },
];

/** File name at the end of the URL. */
export function fileNameOf({ url }: OfficialWeights): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
