import { builtDesign } from '../src/nets/design/builtDesign';
import { parseDesignFile } from '../src/nets/design/designFile';
import type { Graph } from '../src/nets/graph';
import { inputOf } from '../src/nets/graph';
import { catalogue, modelById } from '../src/nets/models/index';
import type { Model } from '../src/nets/models/model';
import type { Choice, Parameter } from '../src/nets/parameter';
import { listedValues, parseChoice } from '../src/nets/parameter';
import type { LayerCost } from '../src/nets/readings/cost';
import { costOf } from '../src/nets/readings/cost';
import { tableOf } from '../src/nets/readings/table';
import { torchModule } from '../src/nets/readings/torch';
import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import type { Arguments } from './arguments';
import { readBytes } from './readFile';

/** A network of the catalogue with valid options; `options` has all except the resolution. */
export type ChosenNetwork = {
  readonly model: Model;
  readonly graph: Graph;
  readonly options: Choice;
  readonly resolution: number;
};

/** The network of `ID --option value ...`. */
export function chosenNetwork(id: string, choice: Choice): Result<ChosenNetwork> {
  const model = modelById(id);
  if (!model.ok) return model;
  const parsed = parseChoice(model.value.options, choice);
  if (!parsed.ok) return failure(`${id}: ${parsed.error}`);
  const graph = model.value.build(choice);
  if (!graph.ok) return graph;
  const { resolution, ...options } = parsed.value;
  return success({ model: model.value, graph: graph.value, options, resolution });
}

/** `list`: every network with its options. */
export function listText({ words, options, flags }: Arguments): Result<string> {
  if (words.length + Object.keys(options).length > 0) return failure('list: takes no arguments but --json');
  if (flags.has('json')) return success(JSON.stringify(catalogue.map(modelJson), null, 2));
  const lines = catalogue.map(({ id, name, year, paper, options: known }) => {
    const defaults = Object.entries(known).map(
      ([option, parameter]) =>
        `--${option} ${listedValues(parameter)?.join('|') ?? 'N'} (${String(parameter.default)})`,
    );
    return `${id}\n  ${name}, ${String(year)}: ${paper.url}\n  ${defaults.join('  ')}`;
  });
  return success(lines.join('\n'));
}

/** `cost`: totals, or everything as JSON. */
export function costText(args: Arguments): Result<string> {
  const network = soleNetwork('cost', args);
  if (!network.ok) return network;
  const { id, graph, options } = network.value;
  const { layers, ...totals } = costOf(graph);
  if (!args.flags.has('json')) {
    return success(
      Object.entries(totals)
        .map(([name, value]) => `${name} ${value.toLocaleString('en')}`)
        .join('\n'),
    );
  }
  const { height, width, channels } = graph.input.shape;
  return success(
    JSON.stringify(
      { id, options, input: [height, width, channels], ...totals, layers: layers.map(layerJson) },
      null,
      2,
    ),
  );
}

/** `table`: the cost as readable text. */
export function tableText(args: Arguments): Result<string> {
  const network = soleNetwork('table', args);
  return network.ok ? success(tableOf(network.value.graph)) : network;
}

/** `torch`: the network as a PyTorch file. */
export function torchText(args: Arguments): Result<string> {
  const network = soleNetwork('torch', args);
  return network.ok ? success(torchModule(network.value.graph, network.value)) : network;
}

/** What a verb describes: a network of the catalogue, or a design. */
type Described = Omit<ChosenNetwork, 'model'> & { readonly id: string };

function soleNetwork(verb: string, { words, options }: Arguments): Result<Described> {
  const [id, ...others] = words;
  if (id === undefined || others.length > 0)
    return failure(
      `${verb}: takes one network id or design file (got ${String(words.length)}, wanted \`${verb} ID [options]\`)`,
    );
  if (id.toLowerCase().endsWith('.json')) return designOfFile(id, options);
  const chosen = chosenNetwork(id, options);
  return chosen.ok ? success({ ...chosen.value, id }) : chosen;
}

/** The network of a design file, as the page Design saves it. */
function designOfFile(file: string, options: Choice): Result<Described> {
  const [option] = Object.keys(options);
  if (option !== undefined) return failure(`${file}: a design has no options (got --${option}, wanted it in the file)`);
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const design = parseDesignFile(new TextDecoder().decode(bytes.value));
  if (!design.ok) return failure(`${file}: ${design.error}`);
  const { resolution, classes } = design.value;
  return success({ id: 'design', graph: builtDesign(design.value).graph, options: { classes }, resolution });
}

function modelJson({ id, name, year, role, paper, options }: Model): object {
  const described = Object.entries<Parameter>(options).map(
    ([option, parameter]) => [option, optionJson(parameter)] as const,
  );
  return { id, name, year, role, paper, options: Object.fromEntries(described) };
}

function optionJson(parameter: Parameter): object {
  const { default: preset } = parameter;
  switch (parameter.kind) {
    case 'number':
    case 'choice':
      return { kind: 'choice', default: preset, values: listedValues(parameter) };
    case 'integer':
      return { kind: 'integer', default: preset, minimum: parameter.minimum, maximum: parameter.maximum };
    case 'range': {
      const { minimum, maximum, step } = parameter;
      return { kind: 'number', default: preset, minimum, maximum, step };
    }
  }
}

function layerJson({ node, params, macs, memoryAccess }: LayerCost): object {
  const { height, width, channels } = node.shape;
  const output = [height, width, channels];
  return { id: node.id, ...attributesJson(node), output, params, macs, memoryAccess };
}

function attributesJson(node: LayerCost['node']): object {
  const { op } = node;
  switch (op.kind) {
    case 'conv': {
      const { kind, kernel, stride, groups, outChannels } = op;
      return { kind, kernel, stride, groups, inChannels: inputOf(node).shape.channels, outChannels };
    }
    case 'fullyConnected':
      return { kind: op.kind, inChannels: inputOf(node).shape.channels, outChannels: op.outFeatures };
    case 'input':
    case 'batchNorm':
    case 'activation':
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'add':
    case 'scale':
    case 'concat':
    case 'channelSlice':
    case 'channelShuffle':
    case 'flatten':
    case 'dropout':
      return { ...op };
  }
}
