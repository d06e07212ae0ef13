import type { Node, Reading } from '../graph';
import { read, valueAt } from '../graph';
import { elementCount } from '../op';
import type { Counted } from './cost';

/** Tools that count a network's PyTorch code as it runs. Each knows some modules, functions or operators by name. */
export type Tool = 'ptflops' | 'fvcore' | 'torchinfo' | 'thop' | 'deepspeed';

/** The ops that a tool counts. */
type Part = 'macs' | 'biases' | 'norms' | 'activations' | 'pools';

type ToolCount = {
  readonly operations: number;
  readonly params: number;
  /** What the operations are of; none is 0. */
  readonly parts: readonly { readonly part: Part; readonly operations: number }[];
};

/**
 * How the code of a network is written, on which these tools depend: a module `nn.ReLU` and a call of `F.relu` are the
 * same op to the device and not to a tool.
 */
type Written = {
  /** A norm and its activation are one module of timm's, whose name the tools do not know. */
  readonly joinsNormAndActivation?: true;
  /** Activations and average pools are calls of functions. */
  readonly callsFunctions?: true;
  /** Max pools that are calls of functions. */
  readonly calledMaxPools?: readonly string[];
  /** The global pool: a module, a call of a function, or a mean over two axes, which no tool counts. */
  readonly globalPool?: 'function' | 'mean';
  /** Elements of an adaptive pool that changes nothing. */
  readonly idlePoolElements?: number;
};

/** The code that the catalogue's defaults follow: torchvision's, or timm's for MobileNet V1, Xception, EfficientNet-Lite0. */
const written: Readonly<Record<string, Written>> = {
  'shufflenet-v2': { globalPool: 'mean' },
  'mobilenet-v1': { joinsNormAndActivation: true },
  'mobilenet-v2': { globalPool: 'function' },
  vgg16: { idlePoolElements: 7 * 7 * 512 },
  'inception-v3': { callsFunctions: true, calledMaxPools: ['reduction1', 'reduction2'] },
  'efficientnet-lite0': { joinsNormAndActivation: true },
};

/** What a tool prints for a network of the catalogue at its defaults; for other options, what it would by the same rules. */
export function countedByTool(id: string, { graph, cost }: Counted, tool: Tool): ToolCount {
  const code = written[id] ?? {};
  const counts = read(graph, readings[tool](code));
  const totals = new Map<Part, number>();
  const count = (part: Part, operations: number): void => {
    if (operations > 0) totals.set(part, (totals.get(part) ?? 0) + operations);
  };
  count('macs', cost.macs * (tool === 'deepspeed' ? 2 : 1));
  for (const { id: node } of graph.nodes) count(...valueAt(counts, node));
  count('pools', (code.idlePoolElements ?? 0) * perIdlePoolElement[tool]);
  const passesNorms = tool === 'thop' && code.joinsNormAndActivation === true;
  return {
    operations: [...totals.values()].reduce((sum, operations) => sum + operations, 0),
    params: passesNorms ? cost.paramsWithoutNorm : cost.params,
    parts: [...totals].map(([part, operations]) => ({ part, operations })),
  };
}

type Count = readonly [part: Part, operations: number];
type CountReading = Reading<Count>;

const nothing: Count = ['macs', 0];

const silent: CountReading = {
  input: () => nothing,
  conv: () => nothing,
  fullyConnected: () => nothing,
  batchNorm: () => nothing,
  activation: () => nothing,
  maxPool: () => nothing,
  averagePool: () => nothing,
  globalAveragePool: () => nothing,
  add: () => nothing,
  scale: () => nothing,
  concat: () => nothing,
  channelSlice: () => nothing,
  channelShuffle: () => nothing,
  flatten: () => nothing,
  dropout: () => nothing,
};

const perIdlePoolElement: Readonly<Record<Tool, number>> = {
  ptflops: 2,
  fvcore: 1,
  torchinfo: 0,
  thop: 2,
  deepspeed: 1,
};

/** Every tool leaves out the sums and gates that are written as operators, and hard swish and hard sigmoid. */
const readings: Readonly<Record<Tool, (code: Written) => CountReading>> = {
  // A module is counted where it is called and again where it calls its function, if ptflops knows both. ReLU6's it does not.
  ptflops: ({ joinsNormAndActivation, callsFunctions, calledMaxPools = [], globalPool }) => ({
    ...silent,
    conv: ({ bias }, node) => ['biases', bias ? elementCount(node.shape) : 0],
    fullyConnected: ({ bias }, node) => ['biases', bias ? elementCount(node.shape) : 0],
    batchNorm: (_, node) => ['norms', joinsNormAndActivation === true ? 0 : 2 * elementCount(node.shape)],
    activation: (op, node) => {
      const times = {
        relu: callsFunctions === true ? 1 : 2,
        relu6: 1,
        sigmoid: 0,
        hardSigmoid: 0,
        swish: 0,
        hardSwish: 0,
      };
      return ['activations', times[op.function] * elementCount(node.shape)];
    },
    maxPool: (_, node) => ['pools', inputElements(node) * (isOf(node, calledMaxPools) ? 1 : 2)],
    averagePool: (_, node) => ['pools', inputElements(node) * (callsFunctions === true ? 1 : 2)],
    globalAveragePool: (_, node) => [
      'pools',
      inputElements(node) * { module: 2, function: 1, mean: 0 }[globalPool ?? 'module'],
    ],
  }),
  fvcore: ({ globalPool }) => ({
    ...silent,
    batchNorm: (_, node) => ['norms', 2 * elementCount(node.shape)],
    globalAveragePool: (_, node) => ['pools', globalPool === 'mean' ? 0 : inputElements(node)],
  }),
  // A norm counts as its params do in a layer without a map: once each.
  torchinfo: ({ joinsNormAndActivation }) => ({
    ...silent,
    conv: ({ bias }, node) => ['biases', bias ? elementCount(node.shape) : 0],
    fullyConnected: ({ bias }, node) => ['biases', bias ? elementCount(node.shape) : 0],
    batchNorm: (_, node) => ['norms', joinsNormAndActivation === true ? 0 : 2 * node.shape.channels],
  }),
  thop: ({ joinsNormAndActivation, callsFunctions, globalPool }) => ({
    ...silent,
    batchNorm: (_, node) => ['norms', joinsNormAndActivation === true ? 0 : 4 * elementCount(node.shape)],
    averagePool: (_, node) => ['pools', callsFunctions === true ? 0 : elementCount(node.shape)],
    globalAveragePool: (_, node) => [
      'pools',
      globalPool === undefined ? inputElements(node) + elementCount(node.shape) : 0,
    ],
  }),
  deepspeed: ({ globalPool }) => ({
    ...silent,
    conv: ({ bias }, node) => ['biases', bias ? elementCount(node.shape) : 0],
    batchNorm: (_, node) => ['norms', 2 * elementCount(node.shape)],
    activation: (op, node) => ['activations', op.function === 'relu' ? elementCount(node.shape) : 0],
    maxPool: (_, node) => ['pools', inputElements(node)],
    averagePool: (_, node) => ['pools', inputElements(node)],
    globalAveragePool: (_, node) => ['pools', globalPool === 'mean' ? 0 : inputElements(node)],
  }),
};

function inputElements(node: Node): number {
  return node.inputs.reduce((sum, input) => sum + elementCount(input.shape), 0);
}

function isOf(node: Node, blocks: readonly string[]): boolean {
  return blocks.some((block) => node.id.startsWith(`${block}.`));
}
