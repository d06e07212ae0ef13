/** A tensor in PyTorch's axis order, as float32, whatever the file held. */
export type TensorValue = { readonly shape: readonly number[]; readonly values: Float32Array };

/** Tensors by PyTorch name: `stem.conv.weight`, `stem.norm.running_mean`. */
export type TensorValues = ReadonlyMap<string, TensorValue>;
