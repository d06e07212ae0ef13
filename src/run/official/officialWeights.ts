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
  /** The same weights in one or more files, in the order to try: first from servers that let every page read them. */
  readonly files: readonly OfficialFile[];
  readonly publisher: Publisher;
  readonly license: string;
  /** ImageNet validation accuracy in per cent, as published. */
  readonly top1: number;
};

export type OfficialFile = {
  readonly url: string;
  /** The name to read the file by, which says what no tensor does: `tf_...` in timm. */
  readonly fileName: string;
  /** First hexadecimal digits of the file's SHA-256, where the publisher prints them. */
  readonly sha256Prefix?: string;
  /** Approximate length in bytes, where it is printed or follows from the tensors. */
  readonly aboutBytes?: number;
};

export type Publisher = 'torchvision' | 'Keras' | 'timm' | 'timm, from TensorFlow' | 'ONNX Model Zoo';

/** Weights that their authors share on a page where only people can download. */
export type HandPublished = { readonly net: string; readonly page: string; readonly title: string };

const torchvisionFolder = 'https://download.pytorch.org/models/';
const kerasFolder = 'https://storage.googleapis.com/tensorflow/keras-applications/';
const timmFolder = 'https://huggingface.co/timm/';
const zooFolder = 'https://huggingface.co/onnxmodelzoo/legacy_models/resolve/main/validated/vision/classification/';

/**
 * What a page asks when it fetches one of the weights: the publishers' folders, and the servers that Hugging Face sends
 * it on to, which change (huggingface/hub-docs, models-downloading.md).
 */
export const publisherFolders: readonly string[] = [
  torchvisionFolder,
  kerasFolder,
  timmFolder,
  zooFolder,
  'https://*.huggingface.co/',
  'https://*.hf.co/',
];

type TorchvisionFacts = readonly [file: string, mebibytes: number, top1: number];

/**
 * URLs, checksums, sizes and accuracies are from torchvision (`torchvision/models`, metadata of each weights entry).
 * File names end in a dash and the first digits of the SHA-256.
 * @param shared the same weights on a server that lets every page read them
 */
function torchvision(
  name: string,
  net: string,
  options: Choice,
  [file, mebibytes, top1]: TorchvisionFacts,
  ...shared: readonly OfficialFile[]
): OfficialWeights {
  const [, sha256Prefix] = /-([0-9a-f]{8,})\.pth$/.exec(file) ?? [];
  const own: OfficialFile = {
    url: `${torchvisionFolder}${file}`,
    fileName: file,
    ...(sha256Prefix !== undefined && { sha256Prefix }),
    aboutBytes: Math.round(mebibytes * 2 ** 20),
  };
  return { name, net, options, files: [...shared, own], publisher: 'torchvision', license: 'BSD-3-Clause', top1 };
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
  const files = [{ url: `${kerasFolder}${file}`, fileName: file.slice(file.lastIndexOf('/') + 1) }];
  return { name, net, options, files, publisher: 'Keras', license, top1 };
}

type TimmFacts = readonly [timmName: string, megabytes: number, top1: number, sha256Prefix?: string];

/**
 * Names and licences are from timm's pretrained configurations, sizes from its repositories on Hugging Face, accuracies
 * from its `results-imagenet.csv` at the training resolution. What timm ported from TensorFlow is called `tf_...`.
 */
function timm(name: string, net: string, options: Choice, [timmName, ...facts]: TimmFacts): OfficialWeights {
  const [megabytes, top1, sha256Prefix] = facts;
  const publisher = timmName.startsWith('tf_') ? 'timm, from TensorFlow' : 'timm';
  const file = timmFile(timmName, megabytes, sha256Prefix);
  return { name, net, options, files: [file], publisher, license: 'Apache-2.0', top1 };
}

function timmFile(timmName: string, megabytes: number, sha256Prefix?: string): OfficialFile {
  return {
    url: `${timmFolder}${timmName}/resolve/main/model.safetensors`,
    fileName: `${timmName}.safetensors`,
    ...(sha256Prefix !== undefined && { sha256Prefix }),
    aboutBytes: megabytes * 1e6,
  };
}

/** A file of the ONNX Model Zoo; lengths and digests are from its `ONNX_HUB_MANIFEST.json`. */
function zooFile(path: string, bytes: number, sha256Prefix: string): OfficialFile {
  return {
    url: `${zooFolder}${path}`,
    fileName: path.slice(path.lastIndexOf('/') + 1),
    sha256Prefix,
    aboutBytes: bytes,
  };
}

/** Accuracies are from the READMEs of the ONNX Model Zoo; its networks were trained with MXNet. */
function zoo(name: string, net: string, options: Choice, top1: number, file: OfficialFile): OfficialWeights {
  return { name, net, options, files: [file], publisher: 'ONNX Model Zoo', license: 'Apache-2.0', top1 };
}

const apache = 'Apache-2.0';
const v2File = 'mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_';

/**
 * Every network of the catalogue with published weights at a URL; of one network, first what every page can fetch.
 * torchvision's AlexNet is not here: unlike the paper's, it has no groups. Nor are two networks of the ONNX Model Zoo: its
 * MobileNet V2 expands the first block by one more convolution and has ReLU for ReLU6, and its ShuffleNet's bottlenecks are
 * as wide as its units.
 */
export const officialWeights: readonly OfficialWeights[] = [
  zoo(
    'squeezenet-1.1-onnx-imagenet',
    'squeezenet',
    { version: '1.1' },
    56.34,
    zooFile('squeezenet/model/squeezenet1.1-7.onnx', 4_956_208, '1eeff551a67ae8d565ca33b572fc4b66'),
  ),
  torchvision('squeezenet-1.0-imagenet', 'squeezenet', {}, ['squeezenet1_0-b66bff10.pth', 4.778, 58.092]),
  torchvision('squeezenet-1.1-imagenet', 'squeezenet', { version: '1.1' }, [
    'squeezenet1_1-b8a52dc0.pth',
    4.729,
    58.178,
  ]),
  timm('xception-timm-imagenet', 'xception', {}, ['legacy_xception.tf_in1k', 91.7, 79.058]),
  keras('xception-imagenet', 'xception', {}, 'xception/xception_weights_tf_dim_ordering_tf_kernels.h5', 'MIT', 79),
  torchvision(
    'shufflenet-v2-imagenet',
    'shufflenet-v2',
    {},
    ['shufflenetv2_x1-5666bf0f80.pth', 8.791, 69.362],
    zooFile('shufflenet/model/shufflenet-v2-10.onnx', 9_218_554, '8b85e969a0a5518b554c99548379d1ba'),
  ),
  torchvision('shufflenet-v2-0.5-imagenet', 'shufflenet-v2', { width: 0.5 }, [
    'shufflenetv2_x0.5-f707e7126e.pth',
    5.282,
    60.552,
  ]),
  torchvision('shufflenet-v2-1.5-imagenet', 'shufflenet-v2', { width: 1.5 }, [
    'shufflenetv2_x1_5-3c479a10.pth',
    13.557,
    72.996,
  ]),
  torchvision('shufflenet-v2-2.0-imagenet', 'shufflenet-v2', { width: 2 }, [
    'shufflenetv2_x2_0-8be3c8ee.pth',
    28.433,
    76.23,
  ]),
  timm('mobilenet-v1-timm-imagenet', 'mobilenet-v1', {}, ['mobilenetv1_100.ra4_e3600_r224_in1k', 17, 75.388]),
  timm('mobilenet-v1-1.25-timm-imagenet', 'mobilenet-v1', { width: 1.25 }, [
    'mobilenetv1_125.ra4_e3600_r224_in1k',
    25.2,
    76.92,
  ]),
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
  timm('mobilenet-v2-timm-imagenet', 'mobilenet-v2', {}, [
    'mobilenetv2_100.ra_in1k',
    14.2,
    72.91,
    '55ea4fb3a96010b933710ebf44fc965b',
  ]),
  timm('mobilenet-v2-0.5-timm-imagenet', 'mobilenet-v2', { width: 0.5 }, ['mobilenetv2_050.lamb_in1k', 8, 65.928]),
  timm('mobilenet-v2-1.4-timm-imagenet', 'mobilenet-v2', { width: 1.4 }, ['mobilenetv2_140.ra_in1k', 24.7, 76.528]),
  keras('mobilenet-v2-0.35-imagenet', 'mobilenet-v2', { width: 0.35 }, `${v2File}0.35_224.h5`, apache, 60.3),
  keras('mobilenet-v2-0.5-imagenet', 'mobilenet-v2', { width: 0.5 }, `${v2File}0.5_224.h5`, apache, 65.4),
  keras('mobilenet-v2-0.75-imagenet', 'mobilenet-v2', { width: 0.75 }, `${v2File}0.75_224.h5`, apache, 69.8),
  torchvision('mobilenet-v2-imagenet', 'mobilenet-v2', {}, ['mobilenet_v2-b0353104.pth', 13.555, 71.878]),
  keras('mobilenet-v2-1.4-imagenet', 'mobilenet-v2', { width: 1.4 }, `${v2File}1.4_224.h5`, apache, 75),
  timm('mobilenet-v3-small-timm-imagenet', 'mobilenet-v3', { size: 'small' }, [
    'mobilenetv3_small_100.lamb_in1k',
    10.2,
    67.636,
  ]),
  timm('mobilenet-v3-small-0.75-timm-imagenet', 'mobilenet-v3', { size: 'small', width: 0.75 }, [
    'mobilenetv3_small_075.lamb_in1k',
    8.2,
    65.284,
  ]),
  timm('mobilenet-v3-small-0.5-timm-imagenet', 'mobilenet-v3', { size: 'small', width: 0.5, implementation: 'timm' }, [
    'mobilenetv3_small_050.lamb_in1k',
    6.4,
    57.918,
  ]),
  timm('mobilenet-v3-large-timm-imagenet', 'mobilenet-v3', { size: 'large' }, [
    'mobilenetv3_large_100.ra_in1k',
    22.1,
    75.784,
  ]),
  timm('mobilenet-v3-small-tf-imagenet', 'mobilenet-v3', { size: 'small' }, [
    'tf_mobilenetv3_small_100.in1k',
    10.2,
    67.922,
  ]),
  timm('mobilenet-v3-small-0.75-tf-imagenet', 'mobilenet-v3', { size: 'small', width: 0.75 }, [
    'tf_mobilenetv3_small_075.in1k',
    8.2,
    65.706,
  ]),
  timm('mobilenet-v3-large-tf-imagenet', 'mobilenet-v3', { size: 'large' }, [
    'tf_mobilenetv3_large_100.in1k',
    22.1,
    75.51,
  ]),
  timm('mobilenet-v3-large-0.75-tf-imagenet', 'mobilenet-v3', { size: 'large', width: 0.75 }, [
    'tf_mobilenetv3_large_075.in1k',
    16.1,
    73.442,
  ]),
  torchvision('mobilenet-v3-small-imagenet', 'mobilenet-v3', { size: 'small' }, [
    'mobilenet_v3_small-047dcff4.pth',
    9.829,
    67.668,
  ]),
  torchvision('mobilenet-v3-large-imagenet', 'mobilenet-v3', { size: 'large' }, [
    'mobilenet_v3_large-8738ca79.pth',
    21.114,
    74.042,
  ]),
  timm('efficientnet-lite0-timm-imagenet', 'efficientnet-lite0', {}, ['efficientnet_lite0.ra_in1k', 18.8, 75.488]),
  torchvision('vgg16-imagenet', 'vgg16', {}, ['vgg16-397923af.pth', 527.796, 71.592], timmFile('vgg16.tv_in1k', 553.4)),
  torchvision(
    'inception-v3-imagenet',
    'inception-v3',
    {},
    ['inception_v3_google-0cc3c7bd.pth', 103.903, 77.294],
    timmFile('inception_v3.tv_in1k', 95.5),
  ),
];

export const handPublished: readonly HandPublished[] = [
  {
    net: 'shufflenet-v1',
    page: megvii.url,
    title: 'megvii-model/ShuffleNet-Series',
  },
];
