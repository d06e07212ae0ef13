/** Weights in PyTorch's axis order, row-major, as float32 whatever the file's type. Read-only. */
export type TensorValue = {
  readonly shape: readonly number[];
  readonly data: Float32Array;
  /** The values from one index up to another, where they can be had without all others. */
  readonly part?: PartOf;
};

export type PartOf = (begin: number, end: number) => Float32Array;

/** Tensors by PyTorch name: `stem.conv.weight`, `stem.norm.running_mean`. */
export type TensorValues = ReadonlyMap<string, TensorValue>;
