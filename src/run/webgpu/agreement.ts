import { agrees } from './agrees';
import { readsOf } from './deviceStep';
import { replay, type PlanMemory, type RecordedStep } from './recording';

/** Checks which candidates of a step compute the same result. */
export type Agreement = {
  /**
   * Runs every candidate of a step once, each into a cleared buffer, so that no candidate passes on another's output.
   * @returns for each candidate whether its results match the first's within its tolerance, relative to the largest
   * value
   */
  readonly verdicts: (recorded: readonly RecordedStep[], tolerances: readonly number[]) => Promise<readonly boolean[]>;
  /** Clears every buffer that the candidates read or wrote. */
  readonly dispose: () => void;
};

/** Bytes compared at each end of a map: kernels go wrong at the last pixels, if anywhere. */
const endBytes = 2 ** 18;

/** @param noiseBytes size of the largest map that a step reads */
export function agreementOn(device: GPUDevice, memory: PlanMemory, noiseBytes: number): Agreement {
  const noise = noiseBuffer(device, noiseBytes);
  const touched = new Set<GPUBuffer>();
  return {
    verdicts: async (recorded, tolerances) => {
      const [first] = recorded;
      if (first === undefined) return [];
      const { step } = first;
      const result = memory.bufferOf(step.target.buffer);
      const spans = endsOf(bytesOf(step.target));
      const spanBytes = spans.reduce((sum, { bytes }) => sum + bytes, 0);
      const size = spanBytes * recorded.length;
      const readback = device.createBuffer({ size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
      const encoder = device.createCommandEncoder();
      for (const view of readsOf(step)) {
        const buffer = memory.bufferOf(view.buffer);
        encoder.copyBufferToBuffer(noise, 0, buffer, 0, bytesOf(view));
        touched.add(buffer);
      }
      touched.add(result);
      for (const [index, candidate] of recorded.entries()) {
        encoder.clearBuffer(result);
        const pass = encoder.beginComputePass();
        replay(pass, [candidate]);
        pass.end();
        let to = index * spanBytes;
        for (const { from, bytes } of spans) {
          encoder.copyBufferToBuffer(result, from, readback, to, bytes);
          to += bytes;
        }
      }
      device.queue.submit([encoder.finish()]);
      await readback.mapAsync(GPUMapMode.READ);
      const results = recorded.map(
        (_, index) => new Float32Array(readback.getMappedRange(index * spanBytes, spanBytes).slice(0)),
      );
      readback.destroy();
      const wanted = results[0] ?? new Float32Array();
      return results.map((got, index) => index === 0 || agrees(got, wanted, tolerances[index] ?? 0));
    },
    dispose: () => {
      const encoder = device.createCommandEncoder();
      for (const buffer of touched) encoder.clearBuffer(buffer);
      device.queue.submit([encoder.finish()]);
      noise.destroy();
    },
  };
}

/** Size of a map in memory. */
export function bytesOf({ height, width, pixelSlots }: Readonly<Record<'height' | 'width' | 'pixelSlots', number>>) {
  return height * width * pixelSlots * 4;
}

/** Both ends of a map, or all of a small one. Mapped ranges must start at a multiple of eight bytes. */
function endsOf(bytes: number): readonly { readonly from: number; readonly bytes: number }[] {
  if (bytes <= 2 * endBytes) return [{ from: 0, bytes }];
  return [
    { from: 0, bytes: endBytes },
    { from: bytes - endBytes, bytes: endBytes },
  ];
}

/** Values between -1 and 1 without a pattern that a wrong kernel could match by chance. */
function noiseBuffer(device: GPUDevice, bytes: number): GPUBuffer {
  const buffer = device.createBuffer({
    size: Math.max(16, bytes),
    usage: GPUBufferUsage.COPY_SRC,
    mappedAtCreation: true,
  });
  const values = new Float32Array(buffer.getMappedRange());
  for (let at = 0; at < values.length; at += 1) values[at] = Math.sin(at * 12.9898 + (at % 7));
  buffer.unmap();
  return buffer;
}
