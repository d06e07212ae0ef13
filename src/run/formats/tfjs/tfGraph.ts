import { sizes, spend, type Budget } from '../bytes/budget';
import type { JsonValue } from '../bytes/json';
import { fieldOf, itemsIn, numberIn, objectIn, textIn } from '../bytes/jsonFields';
import { refuse } from '../bytes/refusal';

/** A node of a TensorFlow graph (tensorflow/core/framework/node_def.proto) as tfjs writes it. */
export type TfNode = {
  readonly name: string;
  /** `Conv2D`, `_FusedConv2D`, `Placeholder`, ... */
  readonly op: string;
  /** Names of nodes, without those that only come before it. */
  readonly inputs: readonly string[];
  /** Numbers, words (`SAME`), and lists of either; other kinds of attributes are left out. */
  readonly attributes: ReadonlyMap<string, TfAttribute>;
};

export type TfAttribute = number | string | boolean | readonly (number | string)[];

export type TfGraph = {
  /** In file order, which is any order. */
  readonly nodes: readonly TfNode[];
  /** Names of the nodes that compute the results, where the file says. */
  readonly outputs: readonly string[];
};

/** The nodes of a `modelTopology`. */
export function tfGraphOf(topology: JsonValue | undefined, signature: JsonValue | undefined, budget: Budget): TfGraph {
  const nodes = itemsIn(fieldOf(topology, 'node')).map((node, index) => nodeOf(node, index, budget));
  const outputs = [...(objectIn(fieldOf(signature, 'outputs'))?.values() ?? [])].flatMap((output) => {
    const name = textIn(fieldOf(output, 'name'));
    return name === undefined ? [] : [nodeName(name)];
  });
  return { nodes, outputs };
}

function nodeOf(node: JsonValue, index: number, budget: Budget): TfNode {
  const [name, op] = [textIn(fieldOf(node, 'name')), textIn(fieldOf(node, 'op'))];
  if (name === undefined || op === undefined) return refuse('a node without a name or an op', `node ${index}`);
  spend(budget, 'memory', 2 * sizes.object + sizes.map, `node ${index}`);
  const inputs = itemsIn(fieldOf(node, 'input')).flatMap((input) =>
    // A caret is for a node that only has to run before.
    typeof input === 'string' && !input.startsWith('^') ? [nodeName(input)] : [],
  );
  const attributes = new Map<string, TfAttribute>();
  for (const [key, value] of objectIn(fieldOf(node, 'attr')) ?? []) {
    const attribute = attributeOf(value);
    if (attribute !== undefined) attributes.set(key, attribute);
  }
  return { name, op, inputs, attributes };
}

/** `name:0` is the first output of `name`. Another output keeps its number, so that no node is taken for it. */
function nodeName(reference: string): string {
  return reference.replace(/:0$/, '');
}

function attributeOf(value: JsonValue): TfAttribute | undefined {
  const list = objectIn(fieldOf(value, 'list'));
  if (list !== undefined) {
    const words = itemsIn(list.get('s')).map((item) => wordOf(item) ?? '');
    const numbers = itemsIn(list.get('i') ?? list.get('f')).map((item) => Number(item));
    return words.length > 0 ? words : numbers;
  }
  const sides = fieldOf(value, 'shape', 'dim');
  if (sides !== undefined) return itemsIn(sides).map((side) => Number(fieldOf(side, 'size') ?? -1));
  const flag = fieldOf(value, 'b');
  if (typeof flag === 'boolean') return flag;
  const number = fieldOf(value, 'i') ?? fieldOf(value, 'f');
  // 64-bit integers are texts in the JSON of a protocol buffer.
  if (typeof number === 'string') return Number(number);
  return numberIn(number) ?? wordOf(fieldOf(value, 's')) ?? textIn(fieldOf(value, 'type'));
}

// Words are short: `SAME`, `BiasAdd`, `NHWC`.
const maxWordLength = 100;

/** Bytes are base64 in the JSON of a protocol buffer; some writers have lists of character codes. */
function wordOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') {
    if (value.length > maxWordLength) return undefined;
    try {
      return atob(value);
    } catch {
      return value;
    }
  }
  const codes = itemsIn(value).slice(0, maxWordLength);
  if (codes.length === 0) return undefined;
  return codes.map((code) => String.fromCharCode(numberIn(code) ?? 0)).join('');
}
