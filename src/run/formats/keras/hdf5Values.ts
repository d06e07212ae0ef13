import { sizes } from '../bytes/budget';
import { denseAttributes } from './hdf5DenseLinks';
import { elementBytes, type ElementType } from '../bytes/elements';
import {
  checkInside,
  hasTag,
  isUndefinedAddress,
  messagesOf,
  messageTypes,
  type Hdf5File,
  type Hdf5Message,
  type Hdf5Object,
} from './hdf5Object';
import { elementCount } from '../bytes/namedTensor';
import { refuse } from '../bytes/refusal';

export type Hdf5Dataset = {
  readonly shape: readonly number[];
  readonly type: ElementType;
  /** Row-major, little-endian; a view of the file. */
  readonly bytes: Uint8Array;
  readonly place: string;
};

/** A dataset stored contiguously, as Keras stores weights; refuses chunked and compressed ones. */
export function datasetOf(object: Hdf5Object): Hdf5Dataset {
  const { file } = object;
  const { u8, u16, u64, view, place } = file.bytes;
  const [space] = messagesOf(object, messageTypes.dataspace);
  const [type] = messagesOf(object, messageTypes.datatype);
  const [layout] = messagesOf(object, messageTypes.layout);
  if (space === undefined || type === undefined || layout === undefined) {
    return refuse('not a dataset', place(object.messages[0]?.at ?? 0));
  }
  const { at } = layout;
  const shape = dataspaceOf(file, space, space.at);
  const element = elementTypeAt(file, type.at);
  const byteLength = elementCount(shape, place(space.at)) * elementBytes[element];
  // Layout messages (IV.A.2.i): all writers use version 3; version 4 differs only for chunks.
  if (u8(at) !== 3 && u8(at) !== 4) refuse(`unknown layout (got version ${u8(at)}, wanted 3 or 4)`, place(at));
  const [compact, contiguous] = [u8(at + 1) === 0, u8(at + 1) === 1];
  if (messagesOf(object, messageTypes.filters).length > 0 || (!compact && !contiguous)) {
    refuse('a dataset in chunks or compressed: repack it with h5repack -l CONTI -f NONE', place(at));
  }
  const stored = compact ? u16(at + 2) : byteLength === 0 ? 0 : u64(at + 10);
  if (stored < byteLength) refuse(`dataset cut short (got ${stored} bytes, wanted ${byteLength})`, place(at));
  if (compact) checkInside(file, layout, at + 4, stored);
  const start = compact ? at + 4 : byteLength === 0 ? 0 : u64(at + 2);
  return { shape, type: element, bytes: view(start, byteLength), place: place(start) };
}

/** The strings of an attribute, or undefined if the object has no such attribute. Refuses attributes of other types. */
export function textsOf(object: Hdf5Object, name: string): readonly string[] | undefined {
  const message = attributesOf(object).get(name);
  return message === undefined ? undefined : textsIn(object.file, attributeOf(object.file, message));
}

/** An object's attributes by name; of two with one name, the first. */
function attributesOf(object: Hdf5Object): ReadonlyMap<string, Hdf5Message> {
  const { file, attributes } = object;
  if (attributes.size > 0) return attributes;
  for (const message of attributeMessages(object)) {
    const { name } = attributeOf(file, message);
    file.bytes.spend('memory', sizes.entry, message.at);
    if (!attributes.has(name)) attributes.set(name, message);
  }
  return attributes;
}

/** In the object's header or, if there are many or large ones, in a heap (IV.A.2.v). */
function* attributeMessages(object: Hdf5Object): Generator<Hdf5Message> {
  yield* messagesOf(object, messageTypes.attribute);
  const { file } = object;
  for (const { at } of messagesOf(object, messageTypes.attributeInfo)) {
    const heapAt = at + 2 + (file.bytes.u8(at + 1) & 1 ? 2 : 0);
    if (isUndefinedAddress(file, heapAt)) continue;
    yield* denseAttributes(file, file.bytes.u64(heapAt), file.bytes.u64(heapAt + 8));
  }
}

type Attribute = {
  readonly message: Hdf5Message;
  readonly name: string;
  readonly type: number;
  readonly space: number;
  readonly data: number;
};

/** An attribute message (IV.A.2.m). Version 1 pads its parts to 8 bytes, version 3 adds the name's encoding. */
function attributeOf(file: Hdf5File, message: Hdf5Message): Attribute {
  const { at } = message;
  const { u8, u16, text, place } = file.bytes;
  const version = u8(at);
  if (version < 1 || version > 3) refuse(`unknown attribute (got version ${version}, wanted 1 to 3)`, place(at));
  const paddedLength = (length: number) => (version === 1 ? Math.ceil(length / 8) * 8 : length);
  const [nameBytes, typeBytes, spaceBytes] = [u16(at + 2), u16(at + 4), u16(at + 6)];
  const start = at + (version === 3 ? 9 : 8);
  const type = start + paddedLength(nameBytes);
  const space = type + paddedLength(typeBytes);
  const data = space + paddedLength(spaceBytes);
  checkInside(file, message, start, data - start);
  return { message, name: untilZero(text(start, nameBytes)), type, space, data };
}

function textsIn(file: Hdf5File, { message, name, type, space, data }: Attribute): readonly string[] {
  const { u8, u32, text, place } = file.bytes;
  const [version, flags] = [u8(message.at), u8(message.at + 1)];
  if (version > 1 && flags !== 0) refuse('a description shared between objects is not read', place(message.at));
  const count = elementCount(dataspaceOf(file, message, space), place(space));
  // An empty list has no strings to give it a type: numpy stores it as numbers.
  if (count === 0) return [];
  const kind = u8(type) & 0x0f;
  const size = u32(type + 4);
  // Class 9 is variable-length; its low bits are 1 for strings, which are then references into a heap.
  const isVariable = kind === 9 && (u8(type + 1) & 0x0f) === 1;
  if (!isVariable && kind !== 3) refuse(`attribute ${name} is no text`, place(type));
  if (size === 0 || (isVariable && size !== 16)) refuse(`attribute ${name} of texts of ${size} bytes`, place(type));
  checkInside(file, message, data, count * size);
  file.bytes.spend('memory', count * sizes.item, data);
  return Array.from({ length: count }, (_, index) => {
    const at = data + index * size;
    return isVariable ? heapText(file, at) : untilZero(text(at, size));
  });
}

/** A string in a global heap (III.E); at `at` are its length, the heap's address and its index in the heap. */
function heapText(file: Hdf5File, at: number): string {
  const { u32, u64, text, place } = file.bytes;
  const wanted = u32(at + 12);
  const heap = u64(at + 4);
  const object = heapObjects(file, heap).get(wanted);
  if (object === undefined) return refuse(`no text ${wanted} in the heap`, place(heap));
  return untilZero(text(object + 16, Math.min(u64(object + 8), u32(at))));
}

/** The positions of a global heap's objects by index; read once. */
function heapObjects(file: Hdf5File, heap: number): ReadonlyMap<number, number> {
  const { u16, u64, view, spend, place } = file.bytes;
  const known = file.heaps.get(heap);
  if (known !== undefined) return known;
  if (!hasTag(file, heap, 'GCOL')) refuse('damaged heap of texts', place(heap));
  const length = u64(heap + 8);
  view(heap, length);
  const objects = new Map<number, number>();
  for (let object = heap + 16; object + 16 <= heap + length;) {
    const index = u16(object);
    // Object 0 is the free space at the end.
    if (index === 0) break;
    spend('memory', sizes.entry, object);
    if (!objects.has(index)) objects.set(index, object);
    object += 16 + Math.ceil(u64(object + 8) / 8) * 8;
  }
  spend('memory', sizes.map + sizes.entry, heap);
  file.heaps.set(heap, objects);
  return objects;
}

function untilZero(text: string): string {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

/** The shape in a dataspace message, or in the part of another message at `at` (IV.A.2.b); empty for a scalar. */
function dataspaceOf(file: Hdf5File, message: Hdf5Message, at: number): number[] {
  const { u8, u64, place } = file.bytes;
  const version = u8(at);
  if (version !== 1 && version !== 2) refuse(`unknown dataspace (got version ${version}, wanted 1 or 2)`, place(at));
  if (version === 2 && u8(at + 3) === 2) return [0];
  const sizesAt = at + (version === 1 ? 8 : 4);
  const axes = u8(at + 1);
  checkInside(file, message, sizesAt, 8 * axes);
  return Array.from({ length: axes }, (_, axis) => u64(sizesAt + 8 * axis));
}

/** The element type in a datatype message (IV.A.2.d); refuses anything but little-endian numbers. */
function elementTypeAt(file: Hdf5File, at: number): ElementType {
  const { u8, u32, place } = file.bytes;
  const kind = u8(at) & 0x0f;
  const flags = u8(at + 1);
  const size = u32(at + 4);
  if (kind > 1) return refuse('a dataset of what are no numbers', place(at));
  if (flags & 1) return refuse('a dataset of big-endian numbers', place(at));
  const integers = flags & 8 ? (['I8', 'I16', 'I32', 'I64'] as const) : (['U8', 'U16', 'U32', 'U64'] as const);
  const integer = integers.find((type) => elementBytes[type] === size);
  if (kind === 0 && integer !== undefined) return integer;
  // The sizes of exponent and fraction tell F16 from BF16.
  const [exponent, fraction] = kind === 1 ? [u8(at + 13), u8(at + 15)] : [0, 0];
  const float = floatTypes.find((candidate) => candidate.exponent === exponent && candidate.fraction === fraction);
  if (float !== undefined && elementBytes[float.type] === size) return float.type;
  return refuse(`a dataset of unknown numbers (got ${size} bytes each)`, place(at));
}

const floatTypes = [
  { type: 'F16', exponent: 5, fraction: 10 },
  { type: 'BF16', exponent: 8, fraction: 7 },
  { type: 'F32', exponent: 8, fraction: 23 },
  { type: 'F64', exponent: 11, fraction: 52 },
] as const;
