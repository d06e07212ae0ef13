import { sizes, spend, type Budget } from '../bytes/budget';
import type { JsonObject, JsonValue } from '../bytes/json';
import { fieldOf, itemsIn, numberIn, objectIn, textIn } from '../bytes/jsonFields';
import type { NamedTensor } from '../bytes/namedTensor';
import { refuse } from '../bytes/refusal';

/** A Keras model: one call of a layer or operation after the other, with the models inside it unfolded. */
export type KerasModel = {
  /** Each comes after those that it reads. */
  readonly operators: readonly KerasOperator[];
  /** Index of the operator that computes the result. */
  readonly output: number;
  /** `2.15.0`; empty where the file does not say. */
  readonly version: string;
};

export type KerasOperator = {
  /** The names of the layer and of the models around it: `mobilenetv2_1.00_224/Conv1`. */
  readonly name: string;
  /** The class of the layer (`Conv2D`), or of an operation outside of layers (`Add` in `keras.src.ops.numpy`). */
  readonly kind: string;
  readonly config: JsonObject;
  /** Indices of the operators that it reads, and constants, in the order of the call. */
  readonly inputs: readonly KerasInput[];
  /** Further arguments of the call, by name. */
  readonly named: ReadonlyMap<string, KerasInput>;
  /** In the layer's own order: kernel, bias; gamma, beta, mean, variance. */
  readonly weights: readonly NamedTensor[];
};

export type KerasInput = { readonly operator: number } | { readonly constant: JsonValue };

/** Where a layer is: its names from the outermost model on, and for each its class and which of that class it is. */
export type LayerPlace = {
  readonly names: readonly string[];
  readonly counts: readonly { readonly kind: string; readonly nth: number }[];
};

export type ModelSource = {
  /** The `model_config` of a file: class name and config of the outermost model. */
  readonly config: JsonValue;
  readonly version: string;
  readonly weightsOf: (place: LayerPlace) => readonly NamedTensor[];
};

/** Classes of models; their config has layers. */
const models: readonly string[] = ['Functional', 'Sequential', 'Model'];

/**
 * Unfolds the config of a Keras model, of Keras 1 to 3 and of tfjs: functional, sequential, and models inside models.
 * Refuses what cannot be unfolded, with the name of the layer.
 */
export function kerasModelOf(source: ModelSource, budget: Budget): KerasModel {
  const unfolding: Unfolding = { ...source, budget, operators: [] };
  const kind = textIn(fieldOf(source.config, 'class_name')) ?? 'nothing';
  if (!models.includes(kind)) {
    return refuse(`a model of a class of its own (${kind}): build it from layers, and save it again`, 'model_config');
  }
  const outputs = unfoldModel(unfolding, source.config, { names: [], counts: [] }, []);
  const [output] = outputs;
  if (output === undefined || outputs.length > 1) {
    return refuse(`a model of one output is wanted (got ${outputs.length})`, 'model_config');
  }
  return { operators: unfolding.operators, output, version: source.version };
}

type Unfolding = ModelSource & { readonly budget: Budget; readonly operators: KerasOperator[] };

/** Adds the operators of a model that reads these operators, or its own input layers; returns its outputs. */
function unfoldModel(
  unfolding: Unfolding,
  model: JsonValue,
  place: LayerPlace,
  inputs: readonly number[],
): readonly number[] {
  const config = fieldOf(model, 'config');
  // The first versions of Keras have the list of layers itself as the config of a sequential model.
  const layers = countedLayers(Array.isArray(config) ? config : itemsIn(fieldOf(config, 'layers')), place);
  if (fieldOf(model, 'class_name') === 'Sequential') return unfoldSequence(unfolding, layers, inputs);
  return unfoldFunctional(unfolding, config, layers, inputs);
}

type Layer = {
  readonly json: JsonValue;
  readonly kind: string;
  readonly name: string;
  readonly place: LayerPlace;
};

function countedLayers(list: readonly JsonValue[], around: LayerPlace): readonly Layer[] {
  const counts = new Map<string, number>();
  return list.map((json) => {
    const kind = textIn(fieldOf(json, 'class_name')) ?? '';
    const name = textIn(fieldOf(json, 'config', 'name')) ?? textIn(fieldOf(json, 'name')) ?? kind;
    // Operations share their names with layers, and are not stored.
    const isOperation = /^keras(\.src)?\.ops\b/.test(textIn(fieldOf(json, 'module')) ?? '');
    const nth = counts.get(kind) ?? 0;
    if (!isOperation) counts.set(kind, nth + 1);
    const place = { names: [...around.names, name], counts: [...around.counts, { kind, nth }] };
    return { json, kind, name, place };
  });
}

function unfoldSequence(unfolding: Unfolding, layers: readonly Layer[], inputs: readonly number[]): readonly number[] {
  let values = inputs;
  for (const layer of layers) {
    if (layer.kind === 'InputLayer' && values.length > 0) continue;
    // Without an input layer, the shape of the input is in the config of the first layer.
    if (values.length === 0 && layer.kind !== 'InputLayer' && !models.includes(layer.kind)) {
      values = [addOperator(unfolding, layer, 'InputLayer', [], new Map())];
    }
    const call = { inputs: values.map((operator) => ({ operator })), named: new Map<string, KerasInput>() };
    values = unfoldCall(unfolding, layer, call);
  }
  return values;
}

type Call = { readonly inputs: readonly KerasInput[]; readonly named: ReadonlyMap<string, KerasInput> };

/** Adds one call of a layer; returns its outputs. */
function unfoldCall(unfolding: Unfolding, layer: Layer, call: Call): readonly number[] {
  if (!models.includes(layer.kind)) {
    return [addOperator(unfolding, layer, layer.kind, call.inputs, call.named)];
  }
  const inputs = call.inputs.flatMap((input) => ('operator' in input ? [input.operator] : []));
  return unfoldModel(unfolding, layer.json, layer.place, inputs);
}

function addOperator(
  { budget, operators, weightsOf }: Unfolding,
  { json, name, place }: Layer,
  kind: string,
  inputs: readonly KerasInput[],
  named: ReadonlyMap<string, KerasInput>,
): number {
  spend(budget, 'memory', 4 * sizes.object + sizes.map + sizes.item * inputs.length, `layer ${name}`);
  const config = objectIn(fieldOf(json, 'config')) ?? new Map<string, JsonValue>();
  const weights = kind === 'InputLayer' ? [] : weightsOf(place);
  return operators.push({ name: place.names.join('/'), kind, config, inputs, named, weights }) - 1;
}

/** A call of a layer as the config writes it, and where it is. */
type WrittenCall = { readonly layer: Layer; readonly args: readonly Argument[] };

type Argument = { readonly name: string | null; readonly value: KerasReference };

type KerasReference = { readonly key: string; readonly output: number } | { readonly constant: JsonValue };

/** Calls are made in the order in which they need each other, whatever their order in the file. */
function unfoldFunctional(
  unfolding: Unfolding,
  config: JsonValue | undefined,
  layers: readonly Layer[],
  inputs: readonly number[],
): readonly number[] {
  const calls = callsOf(layers, unfolding.budget);
  const values = new Map<string, readonly number[]>();
  for (const [index, key] of referencesIn(fieldOf(config, 'input_layers'), calls).entries()) {
    const given = inputs[index];
    if (given !== undefined) values.set(key.key, [given]);
  }
  const outputs = referencesIn(fieldOf(config, 'output_layers'), calls);
  const begun = new Set<string>();
  for (const wanted of outputs) {
    const pending = [wanted.key];
    for (let key = pending.at(-1); key !== undefined; key = pending.at(-1)) {
      if (values.has(key)) {
        pending.pop();
        continue;
      }
      const call = calls.get(key) ?? refuse(`a layer that is not there (${key})`, 'model_config');
      const missing = call.args.flatMap(({ value }) => ('key' in value && !values.has(value.key) ? [value.key] : []));
      if (missing.length === 0) {
        values.set(key, unfoldCall(unfolding, call.layer, boundCall(call, values)));
        pending.pop();
      } else {
        if (begun.has(key)) refuse(`layers that read each other (${key})`, 'model_config');
        begun.add(key);
        for (const each of missing) pending.push(each);
      }
    }
  }
  return outputs.map((wanted) => valueOf(wanted, values));
}

function boundCall({ args }: WrittenCall, values: ReadonlyMap<string, readonly number[]>): Call {
  const bound = args.map(({ name, value }) => {
    return { name, input: 'constant' in value ? value : { operator: valueOf(value, values) } };
  });
  return {
    inputs: bound.flatMap(({ name, input }) => (name === null ? [input] : [])),
    named: new Map(bound.flatMap(({ name, input }) => (name === null ? [] : [[name, input] as const]))),
  };
}

function valueOf(
  { key, output }: { readonly key: string; readonly output: number },
  values: ReadonlyMap<string, readonly number[]>,
): number {
  return values.get(key)?.[output] ?? refuse(`an output that is not there (${output} of ${key})`, 'model_config');
}

type Calls = ReadonlyMap<string, WrittenCall>;

/** The key of a call: the name of its layer, and which of its calls it is. */
function keyOf(layer: string, call: number): string {
  return `${layer} ${call}`;
}

function callsOf(layers: readonly Layer[], budget: Budget): Calls {
  const calls = new Map<string, WrittenCall>();
  const counts = new Map(layers.map(({ name, json }) => [name, itemsIn(fieldOf(json, 'inbound_nodes')).length]));
  for (const layer of layers) {
    const written = itemsIn(fieldOf(layer.json, 'inbound_nodes'));
    if (written.length > 1 && models.includes(layer.kind)) {
      refuse(`${layer.name}: a model that is used ${written.length} times is not read`, `layer ${layer.name}`);
    }
    // Input layers are called by nobody.
    if (written.length === 0) calls.set(keyOf(layer.name, 0), { layer, args: [] });
    for (const [index, node] of written.entries()) {
      spend(budget, 'memory', sizes.entry + 2 * sizes.object, `layer ${layer.name}`);
      calls.set(keyOf(layer.name, index), { layer, args: argumentsOf(node, counts) });
    }
  }
  return calls;
}

/** How often each layer is called, by its name. */
type Counts = ReadonlyMap<string, number>;

/**
 * The arguments of a call: in Keras 3 an object of `args` and `kwargs`, before it a list of [layer, call, output, named
 * arguments], or one such entry alone where an operation of TensorFlow is called.
 */
function argumentsOf(node: JsonValue, counts: Counts): readonly Argument[] {
  const call = objectIn(node);
  if (call !== undefined) {
    const args = itemsIn(call.get('args')).flatMap((value) => (isListOfTensors(value) ? itemsIn(value) : [value]));
    return [
      ...args.map((value) => ({ name: null, value: keras3Reference(value, counts) })),
      ...namedArguments(call.get('kwargs'), (value) => keras3Reference(value, counts)),
    ];
  }
  const entries: readonly JsonValue[] = itemsIn(fieldOf(node, 0)).length > 0 ? itemsIn(node) : [node];
  return entries.flatMap((entry) => {
    const named = namedArguments(fieldOf(entry, 3), (value) => keras2Reference(value, counts));
    return [{ name: null, value: keras2Reference(entry, counts) }, ...named];
  });
}

function namedArguments(value: JsonValue | undefined, read: (value: JsonValue) => KerasReference): readonly Argument[] {
  return [...(objectIn(value) ?? [])].map(([name, item]) => ({ name, value: read(item) }));
}

function isListOfTensors(value: JsonValue): boolean {
  return Array.isArray(value) && fieldOf(value, 0, 'class_name') === '__keras_tensor__';
}

function keras3Reference(value: JsonValue, counts: Counts): KerasReference {
  if (fieldOf(value, 'class_name') !== '__keras_tensor__') return { constant: value };
  return referenceOf(fieldOf(value, 'config', 'keras_history'), counts) ?? { constant: value };
}

/** `['_CONSTANT_VALUE', -1, 3.0]` stands for a number. */
function keras2Reference(value: JsonValue, counts: Counts): KerasReference {
  if (fieldOf(value, 0) === '_CONSTANT_VALUE') return { constant: fieldOf(value, 2) ?? null };
  return referenceOf(value, counts) ?? { constant: value };
}

/** [layer, call, output]. */
function referenceOf(value: JsonValue | undefined, counts: Counts): { key: string; output: number } | undefined {
  const [layer, call, output] = [textIn(fieldOf(value, 0)), numberIn(fieldOf(value, 1)), numberIn(fieldOf(value, 2))];
  if (layer === undefined || call === undefined || output === undefined) return undefined;
  const count = counts.get(layer) ?? 0;
  // Keras 2 counts the call that made a model, which its config leaves out.
  return { key: keyOf(layer, count < 2 ? 0 : call), output };
}

/** `input_layers` and `output_layers`: a list of references, or one alone, or names of them in Keras 3. */
function referencesIn(value: JsonValue | undefined, calls: Calls): readonly { key: string; output: number }[] {
  const counts = new Map<string, number>();
  for (const { layer } of calls.values()) counts.set(layer.name, (counts.get(layer.name) ?? 0) + 1);
  const list = typeof fieldOf(value, 0) === 'string' ? [value] : [...(objectIn(value)?.values() ?? itemsIn(value))];
  return list.map(
    (item) => referenceOf(item, counts) ?? refuse('an input or output that is not clear', 'model_config'),
  );
}
