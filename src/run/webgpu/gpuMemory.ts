/** Buffers of one owner on a device, counted. */
export type GpuMemory = {
  /** A buffer that begins as zeros. */
  readonly zeros: (bytes: number, usage: number) => GPUBuffer;
  /** A buffer that shaders read these values from. */
  readonly constants: (
    values: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
  ) => GPUBuffer;
  readonly buffers: () => number;
  readonly bytes: () => number;
  /** Calls `free` when everything is freed, for what is no buffer. */
  readonly onDispose: (free: () => void) => void;
  /** Frees every buffer. */
  readonly dispose: () => void;
};

export function gpuMemory(device: GPUDevice): GpuMemory {
  const held: GPUBuffer[] = [];
  const others: (() => void)[] = [];
  const zeros = (bytes: number, usage: number): GPUBuffer => {
    const buffer = device.createBuffer({ size: Math.max(16, bytes), usage });
    held.push(buffer);
    return buffer;
  };
  return {
    zeros,
    constants: (values) => {
      const buffer = zeros(values.byteLength, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST);
      device.queue.writeBuffer(buffer, 0, values);
      return buffer;
    },
    buffers: () => held.length,
    bytes: () => held.reduce((sum, { size }) => sum + size, 0),
    onDispose: (free) => others.push(free),
    dispose: () => {
      for (const free of others.splice(0)) free();
      for (const buffer of held.splice(0)) buffer.destroy();
    },
  };
}
