import type { Graph, Node, Reading } from '../graph';
import { inputOf, read, valueAt } from '../graph';
import type { ActivationFunction, Padding } from '../op';

/** A node in PyTorch: the module with its weights, if any, and the expression that applies it. */
type TorchNode = { readonly module?: string; readonly expression: string };

/**
 * The graph as one self-contained PyTorch file: `class Network(nn.Module)`, N x 3 x H x W in, N x classes logits out.
 * Each module has its node's path, so the names in the state dict are the graph's tensor names.
 */
export function torchModule(
  graph: Graph,
  header: { readonly id: string; readonly options: object; readonly resolution: number },
): string {
  const lines = read(graph, torchReading(variableNames(graph)));
  const weighted = graph.nodes.flatMap((node) => {
    const { module } = valueAt(lines, node.id);
    return module === undefined ? [] : [{ id: node.id, module }];
  });
  const variables = variableNames(graph);
  const body = graph.nodes
    .filter((node) => node.op.kind !== 'input')
    .map((node) => `        ${valueAt(variables, node.id)} = ${valueAt(lines, node.id).expression}`);
  return [
    `"""${header.id} as the app draws, counts and runs it; written by \`net torch ${header.id}\`."""`,
    'import torch',
    'from torch import nn',
    'from torch.nn import functional as F',
    '',
    `ID = ${JSON.stringify(header.id)}`,
    `OPTIONS = ${JSON.stringify(header.options)}`,
    `RESOLUTION = ${String(header.resolution)}`,
    '',
    '',
    'def shuffle(x, groups):',
    '    """Channels as a groups x n matrix, transposed."""',
    '    n, c, h, w = x.shape',
    '    return x.view(n, groups, c // groups, h, w).transpose(1, 2).reshape(n, c, h, w)',
    '',
    '',
    'class Network(nn.Module):',
    '    def __init__(self):',
    '        super().__init__()',
    ...containersOf(weighted.map(({ id }) => id)).map((path) => `        self.${path} = nn.Module()`),
    ...weighted.map(({ id, module }) => `        self.${id} = ${module}`),
    '',
    `    def forward(self, ${valueAt(variables, graph.input.id)}):`,
    ...body,
    `        return ${valueAt(variables, graph.output.id)}.flatten(1)`,
    '',
  ].join('\n');
}

/** All proper prefixes of the paths, parents first: modules that only contain other modules. */
function containersOf(paths: readonly string[]): readonly string[] {
  const containers = new Set<string>();
  for (const path of paths) {
    const parts = path.split('.');
    for (let depth = 1; depth < parts.length; depth += 1) containers.add(parts.slice(0, depth).join('.'));
  }
  return [...containers];
}

/** Python variables by node id. */
function variableNames(graph: Graph): ReadonlyMap<string, string> {
  return new Map(graph.nodes.map((node) => [node.id, node.id.replaceAll('.', '_')]));
}

function torchReading(variables: ReadonlyMap<string, string>): Reading<TorchNode> {
  const x = (node: Node, index = 0): string => valueAt(variables, node.inputs[index]?.id ?? '');
  const all = (node: Node): string => node.inputs.map((input) => valueAt(variables, input.id)).join(', ');
  return {
    input: () => ({ expression: '' }),
    conv: (op, node) => {
      const { arguments: padding, padded } = convPadding(op.padding, x(node));
      const module =
        `nn.Conv2d(${String(inputOf(node).shape.channels)}, ${String(op.outChannels)}, (${op.kernel.join(', ')}), ` +
        `stride=${String(op.stride)}, padding=${padding}, groups=${String(op.groups)}, bias=${python(op.bias)})`;
      return { module, expression: `self.${node.id}(${padded})` };
    },
    fullyConnected: (op, node) => ({
      module: `nn.Linear(${String(inputOf(node).shape.channels)}, ${String(op.outFeatures)}, bias=${python(op.bias)})`,
      expression: `self.${node.id}(${x(node)}.flatten(1))[:, :, None, None]`,
    }),
    batchNorm: (op, node) => ({
      module: `nn.BatchNorm2d(${String(node.shape.channels)}, eps=${String(op.epsilon)})`,
      expression: `self.${node.id}(${x(node)})`,
    }),
    activation: (op, node) => ({ expression: activations[op.function](x(node)) }),
    maxPool: (op, node) => ({
      expression: `F.max_pool2d(${padTo(op.padding, x(node), "float('-inf')")}, ${String(op.kernel)}, ${String(op.stride)})`,
    }),
    averagePool: (op, node) => ({
      expression: `F.avg_pool2d(${padTo(op.padding, x(node), '0.0')}, ${String(op.kernel)}, ${String(op.stride)})`,
    }),
    globalAveragePool: (_, node) => ({ expression: `F.adaptive_avg_pool2d(${x(node)}, 1)` }),
    add: (_, node) => ({ expression: node.inputs.map((input) => valueAt(variables, input.id)).join(' + ') }),
    scale: (_, node) => ({ expression: `${x(node)} * ${x(node, 1)}` }),
    concat: (_, node) => ({ expression: `torch.cat([${all(node)}], 1)` }),
    channelSlice: (op, node) => ({ expression: `${x(node)}[:, ${String(op.from)}:${String(op.to)}]` }),
    channelShuffle: (op, node) => ({ expression: `shuffle(${x(node)}, ${String(op.groups)})` }),
    flatten: (_, node) => ({ expression: `${x(node)}.flatten(1)[:, :, None, None]` }),
    dropout: (op, node) => ({ expression: `F.dropout(${x(node)}, ${String(op.probability)}, self.training)` }),
  };
}

const activations: Readonly<Record<ActivationFunction, (x: string) => string>> = {
  relu: (x) => `F.relu(${x})`,
  relu6: (x) => `F.relu6(${x})`,
  sigmoid: (x) => `torch.sigmoid(${x})`,
  hardSigmoid: (x) => `F.hardsigmoid(${x})`,
  swish: (x) => `F.silu(${x})`,
  hardSwish: (x) => `F.hardswish(${x})`,
};

/** PyTorch's convolution pads opposite sides equally; other padding is a separate call before it. */
function convPadding({ top, bottom, left, right }: Padding, x: string): { arguments: string; padded: string } {
  if (top === bottom && left === right) return { arguments: `(${String(top)}, ${String(left)})`, padded: x };
  return { arguments: '(0, 0)', padded: padTo({ top, bottom, left, right }, x, '0.0') };
}

function padTo({ top, bottom, left, right }: Padding, x: string, value: string): string {
  if (top + bottom + left + right === 0) return x;
  return `F.pad(${x}, (${[left, right, top, bottom].join(', ')}), value=${value})`;
}

function python(value: boolean): string {
  return value ? 'True' : 'False';
}
