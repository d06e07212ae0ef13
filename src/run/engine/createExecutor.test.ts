import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createExecutor } from './createExecutor';

beforeEach(() => {
  // A browser without WebGPU; older Node has no navigator at all.
  vi.stubGlobal('navigator', { userAgent: 'node' });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('WebGPU that was chosen and is missing is said', async () => {
  expect(await open('webgpu', 0)).toEqual({ ok: false, error: { code: 'noWebgpu' } });
});

test.each([
  ['auto', 0, 'none'],
  ['auto', 1, 'lost'],
  ['webgpu', 1, 'lost'],
  ['webgpu', 4, 'lost'],
  ['wasm', 4, null],
] as const)('%s after %i losses runs on WebAssembly, and says why', async (backend, losses, whyNotWebgpu) => {
  expect(await open(backend, losses)).toMatchObject({
    ok: true,
    value: { device: { backend: 'wasm', whyNotWebgpu } },
  });
});

function open(backend: 'auto' | 'webgpu' | 'wasm', losses: number) {
  return createExecutor({ backend, losses, wasmBinaries: null });
}
