import type { Setting, SettingName } from '../src/run/checkpoint/conventions';
import type { Recognised } from '../src/run/checkpoint/recognise';

/** The command-line option that sets each convention. */
const optionNames: Readonly<Record<SettingName, string>> = {
  weights: 'weights-key',
  width: 'width',
  resolution: 'resolution',
  mean: 'mean',
  std: 'std',
  colours: 'colours',
  padding: 'padding',
  epsilon: 'epsilon',
  activation: 'activation',
  gate: 'gate',
};

/** What is undecided about a checkpoint, and the options that decide it; null if nothing is. */
export function openSentence(path: string, settings: readonly Setting[]): string | null {
  const open = settings.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  const wanted = open.map(({ name, choices = [] }) =>
    choices.map((choice) => `--${optionNames[name]} ${choice}`).join(' or '),
  );
  const reasons = open.map(({ name }) => (isQuestion(name) ? questions[name] : name));
  return `${path}: the file does not say ${reasons.join(', and ')} (wanted ${wanted.join(', and ')})`;
}

const questions = {
  weights: 'which of its sets of weights to run, such as those of the last step or their moving average',
  padding:
    'whether timm converted it from TensorFlow (same padding, epsilon 0.001, pixels in -1..1), and there is no config.json beside it',
  activation: 'which activation its code has, and the same shapes exist with both',
  gate: 'whether its squeeze-and-excite comes before or after the activation',
} as const;

function isQuestion(name: SettingName): name is keyof typeof questions {
  return name in questions;
}

/** Lines that say how a checkpoint is read: its conventions with their origin, and what was done with its tensors. */
export function conventionLines(path: string, { settings, notes }: Recognised): readonly string[] {
  const known = settings.map(({ name, value, from }) => `--${optionNames[name]} ${value} (${origins[from]})`);
  return [
    ...(known.length === 0 ? [] : [`${path}: read with ${known.join(' ')}`]),
    ...notes.map((note) => `${path}: ${noteText(note)}`),
  ];
}

const origins = {
  chosen: 'as given',
  file: 'in the file',
  config: 'in its config.json',
  publisher: "its publisher's",
  assumed: 'assumed',
} as const;

function noteText(note: Recognised['notes'][number]): string {
  switch (note.kind) {
    case 'masksApplied':
      return `masks of pruning are applied (${note.layers} layers)`;
    case 'weightNormApplied':
      return `weight norm is computed (${note.layers} layers)`;
    case 'orderAssumed':
      return 'order of the layers: that of their names (assumed; the file keeps none, and layers of the same shape could be swapped: save it with torch.save to be sure)';
    case 'stridesAssumed':
      return "strides: the paper's (assumed; copies for 32-pixel images often have other ones)";
    case 'computedInFloats':
      return "computed in floats; the file's own 8-bit arithmetic rounds every map, so that its scores differ a little";
    case 'callsAssumed': {
      const what = { activations: 'activations', pools: 'pools', both: 'activations and pools' }[note.what];
      return `${what}: the network's own (assumed; the code of the file calls them as functions, which no file holds)`;
    }
    case 'skipped':
      return `left out ${note.count} tensors that belong to no layer (${note.names.join(', ')}${note.count > note.names.length ? ', ...' : ''})`;
    case 'configOfAnother':
      return `config.json beside it is not followed: it is of ${note.says}, which these weights do not fit`;
    case 'features':
      return 'without its classifier: it runs for its features, which have no names';
    case 'setTaken':
      return `of its sets of weights ${note.taken} is read; beside it lie ${note.beside.join(', ')}, which do not fit (--weights-key NAME says why)`;
    case 'labelsDoNotFit':
      return `the labels beside it are not used (${note.got} names for ${note.wanted} classes)`;
  }
}
