/** The trained network that a chapter shows on the sample photo. `bytes`: of its weights, said before they are downloaded. */
export type ExhibitedWeights = { readonly weights: string; readonly bytes: number };

/** The trained network of each family: of those that there are, the one whose block is the nearest to the chapter's. */
export const exhibits = {
  squeezeNet: { weights: 'squeezenet-imagenet', bytes: 2_475_744 },
  xception: { weights: 'xception-reduced-everyday64', bytes: 1_542_640 },
  mobileNetV1: { weights: 'mobilenet-v1-everyday64', bytes: 6_602_088 },
  mobileNetV2: { weights: 'mobilenet-v2-imagenet', bytes: 7_103_984 },
  mobileNetV3: { weights: 'mobilenet-v3-small-everyday64', bytes: 3_211_272 },
  shuffleNetV1: { weights: 'shufflenet-v1-everyday64', bytes: 2_005_792 },
  shuffleNetV2: { weights: 'shufflenet-v2-everyday64', bytes: 2_701_216 },
  efficientNet: { weights: 'efficientnet-lite0-imagenet', bytes: 4_896_552 },
} as const satisfies Readonly<Record<string, ExhibitedWeights>>;
