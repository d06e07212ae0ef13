/** A tensor of weights in PyTorch's axis order, row by row, as float32 whatever the file held. Not to be written to. */
export type TensorValue = { readonly shape: readonly number[]; readonly data: Float32Array };

/** Tensors by PyTorch name: `stem.conv.weight`, `stem.norm.running_mean`. */
export type TensorValues = ReadonlyMap<string, TensorValue>;
