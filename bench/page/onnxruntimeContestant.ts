import * as ort from 'onnxruntime-web/webgpu';
import moduleUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import binaryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { onnxModel } from '../../src/run/onnxFile/onnxModel';
import type { OpenContestant } from './contestant';

/** Runs the network as an ONNX file in onnxruntime-web. */
export const openOnnxruntime: OpenContestant = async ({ backend, graph, tensors, threads }) => {
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmPaths = { mjs: moduleUrl, wasm: binaryUrl };
  const session = await ort.InferenceSession.create(onnxModel(graph, tensors), { executionProviders: [backend] });
  const { height, width, channels } = graph.input.shape;
  return {
    device: `onnxruntime-web ${ort.env.versions.web ?? ''}`,
    run: async (image) => {
      const input = new ort.Tensor('float32', channelsFirst(image, channels), [1, channels, height, width]);
      const { logits } = await session.run({ [graph.input.id]: input });
      const values = await logits?.getData();
      if (!(values instanceof Float32Array)) throw new Error('onnxruntime: wanted float32 logits');
      return values;
    },
  };
};

/** h x w x c to c x h x w. */
function channelsFirst(image: Float32Array, channels: number): Float32Array {
  const pixels = image.length / channels;
  const planes = new Float32Array(image.length);
  for (let channel = 0; channel < channels; channel += 1) {
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      planes[channel * pixels + pixel] = image[pixel * channels + channel] ?? 0;
    }
  }
  return planes;
}
