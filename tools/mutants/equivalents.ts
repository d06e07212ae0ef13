/** A mutant that no test can notice, by its file and its changed line, and why. */
export interface Equivalent {
  readonly path: string;
  /** The changed line, without the spaces around it. */
  readonly line: string;
  readonly why: string;
}

/** Survivors that do what the original does wherever anybody looks. */
export const equivalents: readonly Equivalent[] = [
  {
    path: 'src/nets/models/mobileNetV3.ts',
    line: 'let unscaledChannels = 17;',
    why: 'rounding to multiples of 8 gives the same channels at every width from 0.1 to 2',
  },
  {
    path: 'src/nets/models/shuffleNetV1.ts',
    line: 'const stage2Channels = { 1: 144, 2: 200, 3: 241, 4: 272, 8: 384 } as const;',
    why: 'rounding to multiples of 12 gives the same channels at all five widths',
  },
  {
    path: 'src/nets/measurements/paperVerdict.ts',
    line: "return compared <= 0 ? 'agrees' : 'opposes';",
    why: 'the line before returns where it is 0',
  },
  {
    path: 'src/nets/measurements/paperVerdict.ts',
    line: '.filter((slower) => faster.paperSpeed >= slower.paperSpeed * (1 + paperDraw))',
    why: 'differs only for printed speeds that are exactly 5 % apart, which no table has',
  },
  {
    path: 'src/nets/measurements/paperVerdict.ts',
    line: 'return Math.abs(Math.log(ratio)) <= Math.log(1 + hereDraw) ? 0 : compareSpreads(a, b);',
    why: 'differs only for measured times whose logarithms are exactly as far apart as the limit',
  },
  {
    path: 'src/run/formats/bytes/half.ts',
    line: 'const fraction = exponent > -14 ? magnitude - ((127 - 15) << 23) : (magnitude & 0x7fffff) | 0x800000;',
    why: 'at an exponent of -14 both sides are the same bits',
  },
  {
    path: 'src/run/checkpoint/fittedTensors.ts',
    line: 'const wrong = vectorsOf(stored).find(({ shape }) => !isSameShape(shape, [node.shape.channels]));',
    why: 'isSameShape treats both alike',
  },
  {
    path: 'src/run/wasm/wasmPlan.ts',
    line: 'const weight = { shape: [channels, 1, kernel, kernel], data: new Float32Array(channels * kernel ** 3) };',
    why: 'all weights of a mean are equal, and nobody reads those past the end',
  },
  {
    path: 'src/run/wasm/memoryLayout.ts',
    line: 'const lives = new Map<Store, Life>([[input, { from: -2, to: -1 }]]);',
    why: 'the input is alive from before the first step either way',
  },
  {
    path: 'src/run/wasm/gather.ts',
    line: 'const last = runs.at((1));',
    why: 'copies the same values in more pieces',
  },
  {
    path: 'src/run/wasm/wasmNetwork.ts',
    line: 'nextId -= 1;',
    why: 'the numbers only have to differ from each other and from the small ones of tfjs',
  },
  {
    path: 'src/run/checkpoint/onnxLayers.ts',
    line: "const maker = makers.get(node.inputs.findLast((input) => makers.has(input)) ?? '');",
    why: 'completes a layer only where the other inputs are constants, which no layer computes',
  },
];
