/** The buffers of one network on a device, counted. */
export type GpuMemory = {
  /** Creates a buffer of zeros. */
  readonly zeros: (bytes: number, usage: number) => GPUBuffer;
  /** Creates a buffer with these values for shaders to read. */
  readonly constants: (
    values: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
  ) => GPUBuffer;
  readonly buffers: () => number;
  readonly bytes: () => number;
  /** Registers what else to free on dispose: textures. */
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
