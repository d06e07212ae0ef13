/** The page of the chapter that explains each network's blocks, or, for a baseline, compares with it. */
export const chapterPaths: Readonly<Record<string, string>> = {
  squeezenet: '/squeezenet',
  xception: '/xception',
  'shufflenet-v1': '/shufflenet-v1',
  'shufflenet-v2': '/shufflenet-v2',
  'mobilenet-v1': '/mobilenet-v1',
  'mobilenet-v2': '/mobilenet-v2',
  'mobilenet-v3': '/mobilenet-v3',
  'efficientnet-lite0': '/efficientnet-lite0',
  'inception-v3': '/xception',
  alexnet: '/squeezenet',
  vgg16: '/mobilenet-v1',
};
