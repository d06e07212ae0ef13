/** ImageNet weights that come with the app, by network. */
export const shippedWeights: Readonly<Record<string, string>> = {
  squeezenet: 'squeezenet-imagenet',
  'mobilenet-v2': 'mobilenet-v2-imagenet',
  'efficientnet-lite0': 'efficientnet-lite0-imagenet',
};
