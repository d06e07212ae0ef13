import * as tf from '@tensorflow/tfjs';
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import { wasmBinaries } from '../../src/run/device/wasmBinaries';
import { graphModel } from '../formats/graphModel';
import { busyTimes, type OpenContestant } from './contestant';

/** Runs the network as a converted TensorFlow.js graph model, the way the documentation recommends. */
export const openGraphModel: OpenContestant = async ({ backend, graph, tensors, threads }) => {
  setWasmPaths(wasmBinaries);
  setThreadsCount(threads);
  if (!(await tf.setBackend(backend))) throw new Error(`graph model: no ${backend}`);
  await tf.ready();
  const artifacts = graphModel(graph, tensors);
  const model = await tf.loadGraphModel({ load: () => Promise.resolve(artifacts) });
  const { height, width, channels } = graph.input.shape;
  const predict = (image: Float32Array): tf.Tensor =>
    tf.tidy(() => {
      const output = model.predict(tf.tensor4d(image, [1, height, width, channels]));
      if (!(output instanceof tf.Tensor)) throw new Error('graph model: wanted one output');
      return output;
    });
  return {
    device: `tfjs ${tf.version_core}`,
    ...(backend === 'wasm' && { threads: getThreadsCount() }),
    run: async (image) => {
      const logits = predict(image);
      const values = await logits.data<'float32'>();
      logits.dispose();
      return values;
    },
    ...(backend === 'webgpu' && {
      script: async () => {
        const issueMs = await busyTimes(async () => {
          const begin = performance.now();
          const logits = predict(new Float32Array(height * width * channels));
          const busyMs = performance.now() - begin;
          await logits.data();
          logits.dispose();
          return busyMs;
        });
        return { issueMs, frameMs: [] };
      },
    }),
  };
};
