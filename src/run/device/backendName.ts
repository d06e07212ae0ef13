import type { Backend } from './executor';

/** Proper names, not translated. */
const names: Readonly<Record<Backend, string>> = { webgpu: 'WebGPU', wasm: 'WebAssembly' };

export function backendName(backend: Backend): string {
  return names[backend];
}
