import type { Budget } from '../bytes/budget';
import { elementBytes, floatsOf, type ElementType } from '../bytes/elements';
import { floatOfBits, floatOfHalf } from '../bytes/half';
import { elementCount, lazyTensor, spendTensor, type NamedTensor } from '../bytes/namedTensor';
import { messagePlace, readFields, varintCount, varints, type ProtoMessage } from './protoMessage';
import { refuse } from '../bytes/refusal';

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

/** The tensor in a TensorProto message. Its values are in raw_data or in the field of their type. */
export function onnxTensorOf(message: ProtoMessage, budget: Budget): NamedTensor {
  const shape: number[] = [];
  const values = new Map<number, Uint8Array>();
  let name = '';
  let dataType = 0;
  readFields(message, (field) => {
    if (field.number === 1) for (const size of field.integers()) shape.push(size);
    else if (field.number === 2) dataType = field.integer();
    else if (field.number === 8) name = field.text();
    else if ([4, 5, 7, 9, 10, 11].includes(field.number)) {
      if (values.has(field.number)) refuse(`values in several pieces`, field.place);
      values.set(field.number, field.bytes());
    } else if (field.number === 13 || (field.number === 14 && field.integer() !== 0)) {
      refuse('weights in another file: save the network as one file', field.place);
    }
  });
  const place = messagePlace(message);
  const known = dataTypes.get(dataType) ?? refuse(`${name}: unknown data type (got ${dataType})`, place);
  const count = elementCount(shape, place);
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
  return lazyTensor(name, shape, () => {
    return stored.packed === 'dense'
      ? floatsOf(known.type, stored.bytes)
      : floatsOfVarints(known.type, stored.bytes, count);
  });
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
