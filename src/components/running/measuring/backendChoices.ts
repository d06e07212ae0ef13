/** Where a measurement can be asked to run. */
export const backendChoices = ['auto', 'webgpu', 'wasm'] as const;
