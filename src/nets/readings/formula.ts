import type { Graph, Node, Reading } from '../graph';
import { inputOf, read } from '../graph';
import type { Shape } from '../op';

/** What a number in a formula means, so that a page can name it and point to it. */
export type Meaning =
  | 'kernelHeight'
  | 'kernelWidth'
  | 'inChannels'
  | 'outChannels'
  | 'groups'
  | 'inHeight'
  | 'inWidth'
  | 'outHeight'
  | 'outWidth'
  | 'scaleAndShift';

/** A number with its symbol as TeX. `node` is the node whose shape or attribute it is. */
export type Factor = {
  readonly meaning: Meaning;
  readonly symbol: string;
  readonly value: number;
  readonly node: Node;
};

/** What a term counts: weights, biases and norms are learnable; input and output are elements moved. */
export type TermRole = 'weights' | 'biases' | 'norms' | 'macs' | 'input' | 'output';

/** A product of factors, divided by an optional divisor without a remainder. */
export type Term = {
  readonly role: TermRole;
  readonly factors: readonly Factor[];
  readonly divisor: Factor | undefined;
  readonly value: number;
};

/** A sum of terms; 0 without terms. */
export type Formula = { readonly terms: readonly Term[]; readonly value: number };

/** The formulas of a node's three figures. Their values equal those of the cost reading. */
export type NodeFormulas = { readonly params: Formula; readonly macs: Formula; readonly memoryAccess: Formula };

/** One of the three figures. */
export type Figure = keyof NodeFormulas;

/** The formulas of each node, by id. */
export function formulasOf(graph: Graph): ReadonlyMap<string, NodeFormulas> {
  return read(graph, formulaReading);
}

/** A formula in symbols, as TeX: `\frac{k_h k_w c_\mathrm{in} c_\mathrm{out}}{g}`. */
export function symbolicTex(formula: Formula, mark: Mark = plain): string {
  return sumTex(formula, '\\,', (factor) => mark(factor, factor.symbol));
}

/** The same formula in numbers. */
export function numericTex(formula: Formula, mark: Mark = plain): string {
  return sumTex(formula, ' \\times ', (factor) => mark(factor, numberTex(factor.value)));
}

/** A whole number as TeX, its digits in groups of three: `1{,}248{,}424`. */
export function numberTex(value: number): string {
  return value.toLocaleString('en').replaceAll(',', '{,}');
}

/** Wraps the TeX of a factor, so that a page can colour it or make it clickable. */
export type Mark = (factor: Factor, tex: string) => string;

const plain: Mark = (_, tex) => tex;

function sumTex({ terms }: Formula, between: string, factorTex: (factor: Factor) => string): string {
  if (terms.length === 0) return '0';
  return terms
    .map(({ factors, divisor }) => {
      const product = factors.map(factorTex).join(between);
      return divisor === undefined ? product : `\\frac{${product}}{${factorTex(divisor)}}`;
    })
    .join(' + ');
}

const zero: Formula = { terms: [], value: 0 };

const formulaReading: Reading<NodeFormulas> = {
  input: () => ({ params: zero, macs: zero, memoryAccess: zero }),
  conv: (op, node) => {
    const input = inputOf(node);
    const [height, width] = op.kernel;
    const divisor = op.groups === 1 ? undefined : factor('groups', op.groups, node);
    const weights = [
      factor('kernelHeight', height, node),
      factor('kernelWidth', width, node),
      factor('inChannels', input.shape.channels, input),
      factor('outChannels', op.outChannels, node),
    ];
    return {
      params: formula([term('weights', weights, divisor), ...biasTerms(op.bias, node)]),
      macs: formula([term('macs', [...weights, ...outputMap(node)], divisor)]),
      memoryAccess: formula([...movedTerms(node), term('weights', weights, divisor)]),
    };
  },
  fullyConnected: (op, node) => {
    const weights = [
      factor('inChannels', inputOf(node).shape.channels, inputOf(node)),
      factor('outChannels', op.outFeatures, node),
    ];
    return {
      params: formula([term('weights', weights), ...biasTerms(op.bias, node)]),
      macs: formula([term('macs', weights)]),
      memoryAccess: formula([...movedTerms(node), term('weights', weights)]),
    };
  },
  batchNorm: (_, node) => ({
    params: formula([
      term('norms', [factor('scaleAndShift', 2, node), factor('outChannels', node.shape.channels, node)]),
    ]),
    macs: zero,
    memoryAccess: zero,
  }),
  activation: (_, node) => moving(node),
  maxPool: (_, node) => moving(node),
  averagePool: (_, node) => moving(node),
  globalAveragePool: (_, node) => moving(node),
  add: (_, node) => moving(node),
  scale: (_, node) => moving(node),
  concat: (_, node) => moving(node),
  // A slice reads only the channels that it selects.
  channelSlice: (_, node) => ({
    params: zero,
    macs: zero,
    memoryAccess: formula([tensorTerm('input', node, node.shape), outputTerm(node)]),
  }),
  channelShuffle: (_, node) => moving(node),
  flatten: () => ({ params: zero, macs: zero, memoryAccess: zero }),
  dropout: () => ({ params: zero, macs: zero, memoryAccess: zero }),
};

const symbols: Readonly<Record<Meaning, string>> = {
  kernelHeight: 'k_h',
  kernelWidth: 'k_w',
  inChannels: 'c_\\mathrm{in}',
  outChannels: 'c_\\mathrm{out}',
  groups: 'g',
  inHeight: 'h_\\mathrm{in}',
  inWidth: 'w_\\mathrm{in}',
  outHeight: 'h_\\mathrm{out}',
  outWidth: 'w_\\mathrm{out}',
  scaleAndShift: '2',
};

function factor(meaning: Meaning, value: number, node: Node): Factor {
  return { meaning, symbol: symbols[meaning], value, node };
}

function term(role: TermRole, factors: readonly Factor[], divisor?: Factor): Term {
  const product = factors.reduce((value, { value: next }) => value * next, 1);
  return { role, factors, divisor, value: product / (divisor?.value ?? 1) };
}

function formula(terms: readonly Term[]): Formula {
  return { terms, value: terms.reduce((sum, { value }) => sum + value, 0) };
}

function moving(node: Node): NodeFormulas {
  return { params: zero, macs: zero, memoryAccess: formula(movedTerms(node)) };
}

function movedTerms(node: Node): readonly Term[] {
  return [...node.inputs.map((input) => tensorTerm('input', input, input.shape)), outputTerm(node)];
}

function biasTerms(bias: boolean, node: Node): readonly Term[] {
  return bias ? [term('biases', [factor('outChannels', node.shape.channels, node)])] : [];
}

function outputMap(node: Node): readonly Factor[] {
  return [factor('outHeight', node.shape.height, node), factor('outWidth', node.shape.width, node)];
}

function outputTerm(node: Node): Term {
  return tensorTerm('output', node, node.shape);
}

function tensorTerm(role: 'input' | 'output', node: Node, { height, width, channels }: Shape): Term {
  const [rows, columns, depth] = role === 'input' ? inputMeanings : outputMeanings;
  return term(role, [factor(rows, height, node), factor(columns, width, node), factor(depth, channels, node)]);
}

const inputMeanings = ['inHeight', 'inWidth', 'inChannels'] as const;
const outputMeanings = ['outHeight', 'outWidth', 'outChannels'] as const;
