import type { NamedTensor } from '../../formats/bytes/namedTensor';
import type { TfGraph, TfNode } from '../../formats/tfjs/tfGraph';
import type { StoredTensor } from '../../weights/stateDict';
import { statedGraphOf } from '../statedGraphOf';
import { statedInput } from '../statedNode';
import type { StatedGraph, StatedNode } from '../statedGraph';
import { UnstatedNetwork } from '../unstatedNetwork';
import { numbersOf } from './tfInputs';
import { tfOp } from './tfOp';

/** The network of a TensorFlow graph whose weights are constants, as tfjs' converter writes it. */
export function tfGraphStated(graph: TfGraph, tensors: readonly NamedTensor[]): StatedGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const constants = new Map<string, StoredTensor>(tensors.map((tensor) => [tensor.name, tensor]));
  const lowering: Lowering = { nodes, constants, values: new Map() };
  const [output, ...others] = graph.outputs.length > 0 ? graph.outputs : unread(graph, constants);
  if (output === undefined || others.length > 0) {
    throw new UnstatedNetwork(
      'modelTopology',
      `a graph of one output is wanted (got ${others.length + (output === undefined ? 0 : 1)})`,
    );
  }
  const stated = statedGraphOf(valueOf(output, lowering));
  if (stated === undefined) throw new UnstatedNetwork('modelTopology', 'a network that reads no image');
  return stated;
}

type Lowering = {
  readonly nodes: ReadonlyMap<string, TfNode>;
  readonly constants: Map<string, StoredTensor>;
  readonly values: Map<string, StatedNode>;
};

/** Nodes that no other reads. */
function unread({ nodes }: TfGraph, constants: ReadonlyMap<string, StoredTensor>): readonly string[] {
  const read = new Set(nodes.flatMap(({ inputs }) => inputs));
  return nodes.flatMap(({ name }) => (read.has(name) || constants.has(name) ? [] : [name]));
}

/** Lowers what the node needs first; without recursion, because the file decides how deep it is. */
function valueOf(output: string, lowering: Lowering): StatedNode {
  const { nodes, constants, values } = lowering;
  const begun = new Set<string>();
  const pending = [output];
  for (let name = pending.at(-1); name !== undefined; name = pending.at(-1)) {
    const node = nodes.get(name) ?? missing(name);
    const needed = node.inputs.filter((input) => !values.has(input) && !constants.has(input));
    if (values.has(name) || constants.has(name) || needed.length === 0) {
      pending.pop();
      if (!values.has(name) && !constants.has(name)) lower(node, lowering);
      continue;
    }
    if (begun.has(name)) throw new UnstatedNetwork(name, 'nodes that read each other');
    begun.add(name);
    for (const each of needed) pending.push(each);
  }
  return values.get(output) ?? missing(output);
}

function missing(name: string): never {
  throw new UnstatedNetwork(name, 'a value that no node computes');
}

const passing = new Set(['Identity', 'StopGradient', 'Cast', 'CheckNumerics', 'Snapshot', 'PreventGradient']);

/** Adds the value of a node whose inputs are known: a map, or a constant under another name. */
function lower(node: TfNode, { constants, values }: Lowering): void {
  const { name, op } = node;
  if (op === 'Const') throw new UnstatedNetwork(name, 'a constant without values in the weights');
  if (op === 'Placeholder') {
    const shape = numbersOf(node.attributes.get('shape'));
    const size = (axis: number) => (shape[axis] !== undefined && shape[axis] > 0 ? shape[axis] : null);
    values.set(name, statedInput(name, { height: size(1), width: size(2), channels: size(3) ?? 3 }));
    return;
  }
  const maps = node.inputs.flatMap((input) => values.get(input) ?? []);
  const fixed = node.inputs.flatMap((input) => constants.get(input) ?? []);
  const [from] = maps;
  const [constant] = fixed;
  if (from === undefined) {
    if (passing.has(op) && constant !== undefined) constants.set(name, constant);
    else throw new UnstatedNetwork(name, `${op} of constants only`);
    return;
  }
  const isFlipped = constants.has(node.inputs[0] ?? '');
  values.set(name, passing.has(op) ? from : tfOp(node, { from, maps, constants: fixed, isFlipped }));
}
