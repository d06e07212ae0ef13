/** What makes a readable file of one that is not read, as a command for a terminal or a line of Python. */
export const waysOut = {
  torchScript: 'torch.save(torch.jit.load("model.pt").state_dict(), "weights.pth")',
  torchProgram: 'torch.save(torch.export.load("model.pt2").state_dict, "weights.pth")',
  savedModel: `python -c "import tensorflow as tf; open('model.tflite', 'wb').write(tf.lite.TFLiteConverter.from_saved_model('FOLDER').convert())"`,
} as const;

/**
 * What a refusal says in words that it shares with no other kind. A page words these kinds in its own language: refusals are
 * English sentences for people who know the format.
 */
export const signs = {
  empty: 'an empty file',
  webPage: 'a web page, not a weights file',
  gitLfs: 'a Git LFS pointer, not the weights',
  packed: 'unpack it',
  unknownFormat: 'no weights file',
  missingPart: 'give it together with',
  noWeights: 'no state dict in this checkpoint',
  noLayers: 'no layer with weights',
  cutShort: 'cut short',
  headless: 'a network without a classifier that is none of the networks here',
  hiddenLayer: 'units before the classifier, whose activation the weights do not tell',
  ...waysOut,
} as const;

/**
 * The kinds of files that are not read. `damaged`: no sense in its bytes, or a form of its format that is not read;
 * `unfit`: its weights are read, and belong to no network of the app.
 */
export type Unreadable = keyof typeof signs | 'damaged' | 'unfit';

/**
 * A refusal as an error.
 * @param detail an English sentence that says what and where
 * @param otherwise its kind where it shows no sign of another
 */
export function unreadable(detail: string, otherwise: 'damaged' | 'unfit') {
  const found = Object.entries(signs).find(([, sign]) => detail.includes(sign));
  const why: Unreadable = kinds.find((kind) => kind === found?.[0]) ?? otherwise;
  return { code: 'unreadableWeights', why, detail } as const;
}

const kinds: readonly Unreadable[] = [
  ...(['empty', 'webPage', 'gitLfs', 'packed', 'unknownFormat', 'missingPart', 'noWeights', 'noLayers'] as const),
  ...(['cutShort', 'headless', 'hiddenLayer', 'torchScript', 'torchProgram', 'savedModel'] as const),
];
