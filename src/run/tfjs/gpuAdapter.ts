import { failure, success, type Result } from '../../nets/result';

/**
 * The browser's adapter for WebGPU, asked for before anything is loaded that only WebGPU needs.
 * @param acceptSoftware false refuses an adapter that computes on the CPU
 */
export async function gpuAdapter(acceptSoftware: boolean): Promise<Result<GPUAdapter, 'none' | 'software'>> {
  if (!('gpu' in navigator)) return failure('none');
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter === null) return failure('none');
    return adapter.info.isFallbackAdapter && !acceptSoftware ? failure('software') : success(adapter);
  } catch {
    // The browser's WebGPU predates the standard.
    return failure('none');
  }
}
