import type { PartOf } from '../../../nets/weights/tensorValue';
import { readingBudget, spend } from '../bytes/budget';
import { elementBytes, type ElementType } from '../bytes/elements';
import { denseTensor, spendTensor, tensorOfParts, type NamedTensor } from '../bytes/namedTensor';
import { refuse, shortened } from '../bytes/refusal';
import type { Beside } from '../givenFiles';

/** A tensor whose values lie in another file: `location`, `offset` and `length` in the entries of its message. */
type External = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly count: number;
  readonly type: ElementType;
  readonly location: ReadonlyMap<string, string>;
  /** Of its message. */
  readonly place: string;
};

/** The tensors of one ONNX file whose values lie in others, and those others. */
export type TensorsElsewhere = {
  readonly tensor: (external: External) => NamedTensor;
  readonly load: (beside: Beside) => Promise<void>;
  /** Which file is missing, as a sentence. */
  readonly missing: () => string | undefined;
  /** Refuses tensors that do not fit into their files. */
  readonly check: (fileBytes: number) => void;
};

// Exporters write one file, or one for each tensor.
const maxFiles = 2000;

export function tensorsElsewhere(): TensorsElsewhere {
  const externals: External[] = [];
  const files = new Map<string, Uint8Array>();
  const fileOf = ({ location }: External) => location.get('location') ?? '';
  const names = () => [...new Set(externals.map(fileOf))];
  return {
    tensor: (external) => {
      externals.push(external);
      const { name, shape, type } = external;
      // The file is loaded later.
      const stored = () => denseTensor(name, shape, type, bytesOf(external, files.get(fileOf(external))));
      const part: PartOf = (begin, end) => stored().part?.(begin, end) ?? new Float32Array(end - begin);
      return tensorOfParts(name, shape, part);
    },
    load: async (beside) => {
      for (const name of names().slice(0, maxFiles)) {
        const bytes = await beside(name);
        if (bytes !== null) files.set(name, bytes);
      }
    },
    missing: () => {
      const name = names().find((each) => !files.has(each));
      return name === undefined ? undefined : missingFile(name, externals.length);
    },
    check: (fileBytes) => {
      const total = [...files.values()].reduce((sum, { length }) => sum + length, fileBytes);
      const budget = readingBudget(total);
      for (const external of externals) {
        const { name, count, type, place } = external;
        spendTensor(budget, { name, count, type }, place);
        spend(budget, 'work', 1, place);
        const got = bytesOf(external, files.get(fileOf(external))).length;
        const wanted = count * elementBytes[type];
        if (got !== wanted)
          refuse(`${name}: does not fit into ${fileOf(external)} (got ${got} bytes, wanted ${wanted})`, place);
      }
    },
  };
}

function bytesOf({ location, count, type }: External, file: Uint8Array = new Uint8Array()): Uint8Array {
  const offset = Number(location.get('offset') ?? 0);
  const length = Number(location.get('length') ?? count * elementBytes[type]);
  // Negative numbers would count from the end, and NaN from the start.
  return offset >= 0 && length >= 0 ? file.subarray(offset, offset + length) : file.subarray(0, 0);
}

function missingFile(name: string, tensors: number): string {
  const file = shortened(name);
  return `the weights are in a second file, ${file}: give both together (got ${tensors} tensors there, wanted ${file} beside it)`;
}
