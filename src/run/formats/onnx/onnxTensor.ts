import { sizes, spend, type Budget } from '../bytes/budget';
import { elementBytes, type ElementType } from '../bytes/elements';
import { floatOfBits, floatOfHalf } from '../bytes/half';
import { denseTensor, elementCount, lazyTensor, spendTensor, type NamedTensor } from '../bytes/namedTensor';
import { messagePlace, readFields, varintCount, varints, type ProtoMessage } from './protoMessage';
import { refuse } from '../bytes/refusal';
import type { TensorsElsewhere } from './tensorsElsewhere';

/** The encoding of values in the message: as in memory, or as a list of varints. */
type Values = { readonly packed: 'dense' | 'varints'; readonly bytes: Uint8Array };

// TensorProto.DataType, and the field with the values if they are not in raw_data (field 9).
const dataTypes: ReadonlyMap<number, { readonly type: ElementType; readonly field: number }> = new Map([
  [1, { type: 'F32', field: 4 }],
  [2, { type: 'U8', field: 5 }],
  [3, { type: 'I8', field: 5 }],
  [4, { type: 'U16', field: 5 }],
  [5, { type: 'I16', field: 5 }],
  [6, { type: 'I32', field: 5 }],
  [7, { type: 'I64', field: 7 }],
  [9, { type: 'BOOL', field: 5 }],
  [10, { type: 'F16', field: 5 }],
  [11, { type: 'F64', field: 10 }],
  [12, { type: 'U32', field: 11 }],
  [13, { type: 'U64', field: 11 }],
  [16, { type: 'BF16', field: 5 }],
]);

/** What a tensor is read from: the file, and others where it says so. */
export type TensorSource = { readonly budget: Budget; readonly elsewhere: TensorsElsewhere };

/** A tensor with the type that it is stored in. */
export type OnnxTensor = NamedTensor & { readonly type?: ElementType };

/** The tensor in a TensorProto message. Its values are in raw_data, in the field of their type, or in another file. */
export function onnxTensorOf(message: ProtoMessage, { budget, elsewhere }: TensorSource): OnnxTensor {
  const shape: number[] = [];
  const values = new Map<number, Uint8Array>();
  const location = new Map<string, string>();
  let storage = 0;
  let name = '';
  let dataType = 0;
  readFields(message, (field) => {
    if (field.number === 1) for (const size of field.integers()) shape.push(size);
    else if (field.number === 2) dataType = field.integer();
    else if (field.number === 8) name = field.text();
    else if ([4, 5, 7, 9, 10, 11].includes(field.number)) {
      if (values.has(field.number)) refuse(`values in several pieces`, field.place);
      values.set(field.number, field.bytes());
    } else if (field.number === 13) {
      const { key, value } = entryOf(field.message());
      spend(budget, 'memory', sizes.entry, field.place);
      location.set(key, value);
    } else if (field.number === 14) storage = field.integer();
  });
  const place = messagePlace(message);
  const known = dataTypes.get(dataType) ?? refuse(`${name}: unknown data type (got ${dataType})`, place);
  const count = elementCount(shape, place);
  if (storage === 1) {
    spend(budget, 'memory', sizes.tensor, place);
    return typed(elsewhere.tensor({ name, shape, count, type: known.type, location, place }), known.type);
  }
  spendTensor(budget, { name, count, type: known.type }, place);
  const stored = storedValues(known, values);
  const got =
    stored.packed === 'dense' ? stored.bytes.length / elementBytes[known.type] : varintCount(stored.bytes, place);
  if (got !== count) {
    return refuse(
      `${name}: ${known.type} [${shape.join(', ')}] does not fit (got ${got} values, wanted ${count})`,
      place,
    );
  }
  const tensor =
    stored.packed === 'dense'
      ? denseTensor(name, shape, known.type, stored.bytes)
      : lazyTensor(name, shape, () => floatsOfVarints(known.type, stored.bytes, count));
  return typed(tensor, known.type);
}

/** The same object with its type: a copy would decode the values. */
export function typed(tensor: NamedTensor, type: ElementType | undefined): OnnxTensor {
  return type === undefined ? tensor : Object.assign(tensor, { type });
}

/** StringStringEntryProto: key = 1, value = 2. */
export function entryOf(message: ProtoMessage): { readonly key: string; readonly value: string } {
  let key = '';
  let value = '';
  readFields(message, (field) => {
    if (field.number === 1) key = field.text();
    else if (field.number === 2) value = field.text();
  });
  return { key, value };
}

function storedValues(
  known: { readonly type: ElementType; readonly field: number },
  values: ReadonlyMap<number, Uint8Array>,
): Values {
  const raw = values.get(9);
  if (raw !== undefined) return { packed: 'dense', bytes: raw };
  const bytes = values.get(known.field) ?? new Uint8Array();
  return { packed: known.type === 'F32' || known.type === 'F64' ? 'dense' : 'varints', bytes };
}

/** Converts varints to float32; for 16-bit floats a varint is the bit pattern. */
function floatsOfVarints(type: ElementType, bytes: Uint8Array, count: number): Float32Array {
  const floats = new Float32Array(count);
  let index = 0;
  for (const integer of varints(bytes)) {
    floats[index] = type === 'F16' ? floatOfHalf(integer) : type === 'BF16' ? floatOfBits(integer << 16) : integer;
    index += 1;
  }
  return floats;
}
