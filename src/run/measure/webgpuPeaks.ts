import { failure, success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { DevicePeaks, PeakProgram } from './devicePeaks';
import { peakPerSecond } from './devicePeaks';

/**
 * Measures the peaks of the graphics processor with two shaders, on a device of their own that is destroyed at once.
 * Times are wall-clock times until the queue is empty; the runs are long enough for that to be exact.
 */
export async function webgpuPeaks(): Promise<Result<DevicePeaks, RunError>> {
  if (!('gpu' in navigator)) return failure({ code: 'noWebgpu' });
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null) return failure({ code: 'noWebgpu' });
  const device = await adapter.requestDevice();
  try {
    const [fused, separate] = [
      await peakPerSecond(arithmeticProgram(device, 'fma(v, factor, term)')),
      await peakPerSecond(arithmeticProgram(device, 'v * factor + term')),
    ];
    const copied = await peakPerSecond(copyProgram(device));
    if (!fused.ok) return fused;
    if (!separate.ok) return separate;
    if (!copied.ok) return copied;
    const macsPerSecond = Math.max(fused.value, separate.value);
    return success({ macsPerSecond, bytesPerSecond: copied.value, arithmetic: 'shader' });
  } finally {
    device.destroy();
  }
}

const invocations = 64;
const groups = 2048;
const rounds = 64;
/** Independent sums, so that the pipeline of the processor stays full. */
const sums = 8;

/** @param step WGSL for one multiply-add of the vector `v`. Compilers may or may not fuse a product and a sum */
function arithmeticProgram(device: GPUDevice, step: string): PeakProgram {
  const names = Array.from({ length: sums }, (_, index) => `sum${String(index)}`);
  const code = `
    @group(0) @binding(0) var<storage, read_write> results: array<vec4f>;
    fn next(v: vec4f, factor: vec4f, term: vec4f) -> vec4f { return ${step}; }
    @compute @workgroup_size(${String(invocations)})
    fn main(@builtin(global_invocation_id) id: vec3u) {
      let start = f32(id.x % 97u) * 1e-3;
      let factor = vec4f(0.999 + start * 1e-3);
      let term = vec4f(start);
      ${names.map((name, index) => `var ${name} = vec4f(start + ${String(index)}.0);`).join('\n')}
      for (var round = 0u; round < ${String(rounds)}u; round++) {
        ${names.map((name) => `${name} = next(${name}, factor, term);`.repeat(4)).join('\n')}
      }
      results[id.x] = ${names.join(' + ')};
    }`;
  const results = device.createBuffer({ size: 16 * invocations * groups, usage: GPUBufferUsage.STORAGE });
  return {
    amount: invocations * groups * rounds * sums * 4 * 4,
    runMs: dispatcher(device, code, [results], groups),
  };
}

/** Larger than the caches of most graphics processors. */
const copiedBytes = 64 * 2 ** 20;

function copyProgram(device: GPUDevice): PeakProgram {
  const code = `
    @group(0) @binding(0) var<storage, read> source: array<vec4f>;
    @group(0) @binding(1) var<storage, read_write> copy: array<vec4f>;
    @compute @workgroup_size(256)
    fn main(@builtin(global_invocation_id) id: vec3u) { copy[id.x] = source[id.x]; }`;
  const buffer = (): GPUBuffer => device.createBuffer({ size: copiedBytes, usage: GPUBufferUsage.STORAGE });
  return { amount: 2 * copiedBytes, runMs: dispatcher(device, code, [buffer(), buffer()], copiedBytes / 16 / 256) };
}

/** Times a shader that is dispatched several times in one submission. Fails if the device refuses the shader. */
function dispatcher(
  device: GPUDevice,
  code: string,
  buffers: readonly GPUBuffer[],
  workgroups: number,
): PeakProgram['runMs'] {
  device.pushErrorScope('validation');
  const pipeline = device.createComputePipeline({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code }) },
  });
  const bindGroup = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  const refusal = device.popErrorScope();
  return async (times) => {
    const refused = await refusal;
    if (refused !== null) return failure({ code: 'deviceError', detail: refused.message });
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    for (let time = 0; time < times; time += 1) pass.dispatchWorkgroups(workgroups);
    pass.end();
    const begin = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    return success(performance.now() - begin);
  };
}
