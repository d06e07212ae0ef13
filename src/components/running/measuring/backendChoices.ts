/** The backends that a measurement can be asked to run on. */
export const backendChoices = ['auto', 'webgpu', 'wasm'] as const;
