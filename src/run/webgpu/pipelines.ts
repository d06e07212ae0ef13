/** Compute pipelines of one device by their code, made once and without holding up the thread. */
export type Pipelines = {
  /** Rejects when the device refuses the shader. */
  readonly pipelineOf: (code: string) => Promise<GPUComputePipeline>;
};

export function pipelinesOn(device: GPUDevice): Pipelines {
  const made = new Map<string, Promise<GPUComputePipeline>>();
  return {
    pipelineOf: (code) => {
      const known = made.get(code);
      if (known !== undefined) return known;
      // A refusal is told to who asked for the pipeline, and to nobody else.
      device.pushErrorScope('validation');
      const module = device.createShaderModule({ code });
      void device.popErrorScope().catch(() => null);
      const pipeline = device.createComputePipelineAsync({ layout: 'auto', compute: { module, entryPoint: 'main' } });
      made.set(code, pipeline);
      return pipeline;
    },
  };
}
