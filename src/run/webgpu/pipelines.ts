/** Compute pipelines of one device by shader code, each compiled once, off this thread. */
export type Pipelines = {
  /** Rejects where the device refuses the shader. */
  readonly pipelineOf: (code: string) => Promise<GPUComputePipeline>;
};

export function pipelinesOn(device: GPUDevice): Pipelines {
  const made = new Map<string, Promise<GPUComputePipeline>>();
  return {
    pipelineOf: (code) => {
      const known = made.get(code);
      if (known !== undefined) return known;
      // The caller learns of a refusal by the rejected promise; the console need not.
      device.pushErrorScope('validation');
      const module = device.createShaderModule({ code });
      void device.popErrorScope().catch(() => null);
      const pipeline = device.createComputePipelineAsync({ layout: 'auto', compute: { module, entryPoint: 'main' } });
      made.set(code, pipeline);
      return pipeline;
    },
  };
}
