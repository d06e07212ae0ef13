import { backend, getKernel, registerKernel, unregisterKernel, type KernelConfig } from '@tensorflow/tfjs-core';
import { activation } from '../../src/nets/build';
import { graphOf } from '../../src/nets/graph';
import { createEngine, type Engine, type EngineEvent } from '../../src/run/engine/engine';
import { createExecutor } from '../../src/run/engine/createExecutor';
import type { BackendChoice, Executor } from '../../src/run/device/executor';
import { foldedWitness, largestDifference, opWitnesses, type OpWitness } from '../../src/run/fixtures/opWitness';
import expected from '../../src/run/fixtures/expectedLogits.json';
import { measureLayers } from '../../src/run/measure/measureJobs';
import type { LoadReport, NetworkChoice } from '../../src/run/engine/engineCalls';
import { openPhoto } from '../../src/run/frames/photo';
import type { RunError } from '../../src/run/errors/runError';
import { frameDifferences } from './frameBench';
import { faultsOfHalfKernels, halfVerdicts, networkDifferences, tuneTwice } from './kernelBench';
import { openVideoFile } from '../../src/run/frames/videoFile';
import type { Result } from '../../src/nets/result';
import { trustOwnScripts } from '../../src/run/worker/trustOwnScripts';
import { valueOf } from './valueOf';

trustOwnScripts();

// A page with only the engine, for tests of what no page of the app shows.

/** The app's seeded random weights are the same everywhere, so PyTorch could compute their logits. */
const seeded: NetworkChoice = {
  id: expected.net,
  options: { classes: expected.classes },
  resolution: expected.resolution,
  weights: null,
};

const trained: NetworkChoice = { ...seeded, options: {}, weights: 'shufflenet-v2-everyday64' };

/** The questions that tests ask the page. Every answer is plain data. */
const bench = {
  /** The largest difference from PyTorch for each small graph, on a device of the page's own thread. */
  opDifferences: async (backend: BackendChoice): Promise<Readonly<Record<string, number>>> => {
    const executor = await openExecutor(backend);
    const differences: Record<string, number> = {};
    for (const witness of opWitnesses) {
      differences[witness.name] = await differenceOf(executor, witness);
      differences[`${witness.name}, folded`] = await differenceOf(executor, foldedWitness(witness));
    }
    const { tensors } = executor.memory();
    executor.dispose();
    return { ...differences, 'tensors leaked': tensors };
  },

  networkDifferences,
  frameDifferences,
  tuneTwice,
  faultsOfHalfKernels,
  halfVerdicts,

  /** A whole network's differences from PyTorch's logits, its report, and its memory after each of three frames. */
  wholeNetwork: async (backend: BackendChoice) => {
    const engine = createEngine(backend);
    const report = valueOf(await engine.load(seeded));
    const differences: number[] = [];
    const tensors: number[] = [];
    for (const file of [...Object.keys(expected.float32), 'coffee-96.png']) {
      differences.push(await seededDifference(engine, report, file));
      tensors.push(valueOf(await engine.memory()).tensors);
    }
    await engine.unload(report.network);
    const memoryLeft = valueOf(await engine.memory());
    engine.dispose();
    return { device: report.device, differences, tensors, tensorsLoaded: report.memory.tensors, memoryLeft };
  },

  /** The trained network's logits for a sample photo, on WebAssembly. */
  sampleLogits: async (name: string) => {
    const engine = createEngine('wasm');
    const { network } = valueOf(await engine.load(trained));
    const photo = valueOf(await openPhoto(`./samples/${name}`));
    const { logits } = valueOf(await engine.classify(network, valueOf(await photo.grab()), { readback: 'logits' }));
    photo.stop();
    engine.dispose();
    return [...(logits ?? [])];
  },

  /** The device that a choice selects, or the error's code. */
  deviceOf: async (backend: BackendChoice) => {
    const engine = createEngine(backend);
    const device = await engine.device();
    engine.dispose();
    return device.ok ? device.value : device.error.code;
  },

  /** Loses the device while frames run: the answers before, during and after, and the engine's events. */
  lossAndRecovery: async () => {
    const engine = createEngine('webgpu');
    const events: EngineEvent['kind'][] = [];
    engine.subscribe(({ kind }) => events.push(kind));
    const report = valueOf(await engine.load(seeded));
    const before = await seededDifference(engine, report, 'coffee-96.png');
    const pending = engine.classify(report.network, await bitmap('coffee-96.png'));
    await engine.loseDevice();
    const interrupted = await pending;
    while (!events.includes('recovered')) await new Promise((resolve) => setTimeout(resolve, 50));
    const after = await seededDifference(engine, report, 'coffee-96.png');
    const device = valueOf(await engine.device());
    engine.dispose();
    return { before, interrupted: interrupted.ok ? 'answered' : interrupted.error.code, after, events, device };
  },

  /** A recorded film as a source: its kind and size, two frame numbers, the size of a frame, and the end. */
  videoSource: async () => {
    const source = valueOf(await openVideoFile(await recordFilm()));
    const { signal } = new AbortController();
    const first = valueOf(await source.nextFrame(signal));
    const second = valueOf(await source.nextFrame(signal));
    const frame = valueOf(await source.grab());
    source.stop();
    const ended = valueOf(await source.nextFrame(signal));
    const { kind, widthPixels, heightPixels } = source;
    return { kind, widthPixels, heightPixels, first, second, frame: [frame.width, frame.height], ended };
  },

  /** The errors for text named as a picture or a film, and for an address without a file. */
  refusedFiles: async () => {
    const photo = await openPhoto(new File(['no picture'], 'note.png', { type: 'image/png' }));
    const film = await openVideoFile(new File(['no film'], 'note.webm', { type: 'video/webm' }));
    const nowhere = await openPhoto('./nowhere.png');
    return [photo, film, nowhere].map((opened) => (opened.ok ? 'opened' : opened.error));
  },

  /** The times of a small network's layers, and the device's peaks. */
  layerTimes: async (backend: BackendChoice) => {
    const task = { network: 'squeezenet:version=1.1:resolution=64', method: 'auto', rounds: 2 } as const;
    const stages: string[] = [];
    const onProgress = ({ stage }: { readonly stage: string }) => {
      if (stages.at(-1) !== stage) stages.push(stage);
    };
    const { signal } = new AbortController();
    return { stages, ...valueOf(await measureLayers(task, { backend, onProgress, signal })) };
  },

  /** The answer of a measurement that is stopped while it runs. */
  stoppedMeasurement: async () => {
    const controller = new AbortController();
    const task = { network: 'squeezenet', method: 'auto', rounds: 50 } as const;
    const onProgress = () => {
      controller.abort();
    };
    const stopped = await measureLayers(task, { backend: 'wasm', onProgress, signal: controller.signal });
    return stopped.ok ? 'measured' : stopped.error.code;
  },

  /** Provokes a device error outside any error scope; the next run's answer. */
  refusedUnseen: async () => {
    const executor = await openExecutor('webgpu');
    const [witness] = opWitnesses;
    if (witness === undefined) throw new Error('no witness');
    const network = valueOf(await executor.compile(witness.graph, witness.tensors, () => undefined));
    const { device } = gpuOf(backend());
    const told = new Promise((resolve) => {
      device.addEventListener('uncapturederror', resolve, { once: true });
    });
    device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
    await device.queue.onSubmittedWorkDone();
    await told;
    return codeOf(await network.run(witness.input));
  },

  /** The answers for activations, and for compiling a network, when the device refuses a shader. */
  refusedShader: async () => {
    const executor = await openExecutor('webgpu');
    const witness = opWitnesses.find(({ name }) => name === 'sigmoid on its own');
    if (witness === undefined) throw new Error('no such witness');
    const { graph, tensors, input } = witness;
    const network = valueOf(await executor.compile(graph, tensors, () => undefined));
    const sound = await network.run(input);
    breakKernel('Sigmoid');
    const inside = await network.activations(input, [graph.output.id]);
    breakShaders();
    const compiled = await executor.compile(graphOf(activation('act', graph.input, 'relu')), tensors, () => undefined);
    return { sound: sound.ok, inside: codeOf(inside), compiled: codeOf(compiled) };
  },
};

export type EngineBench = typeof bench;

Object.assign(window, { engineBench: bench });

async function openExecutor(backend: BackendChoice): Promise<Executor> {
  return valueOf(await createExecutor({ backend, wasmBinaries: null }));
}

async function differenceOf(executor: Executor, { graph, tensors, input, output }: OpWitness): Promise<number> {
  const network = valueOf(await executor.compile(graph, tensors, () => undefined));
  const { logits } = valueOf(await network.run(input));
  network.dispose();
  return largestDifference(logits, output);
}

async function seededDifference(engine: Engine, { network }: LoadReport, file: string): Promise<number> {
  const { logits } = valueOf(await engine.classify(network, await bitmap(file), { readback: 'logits' }));
  const wanted: Readonly<Record<string, readonly number[]>> = expected.float32;
  return largestDifference(logits ?? [], wanted[file] ?? []);
}

const photographs: Readonly<Record<string, string>> = import.meta.glob('../../src/run/fixtures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

async function bitmap(file: string): Promise<ImageBitmap> {
  const response = await fetch(photographs[`../../src/run/fixtures/${file}`] ?? '');
  return createImageBitmap(await response.blob());
}

/** Records half a second of changing colours, 64 x 48. */
async function recordFilm(): Promise<File> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [64, 48];
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(30), { mimeType: 'video/webm' });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const stopped = new Promise((resolve) => {
    recorder.addEventListener('stop', resolve);
  });
  recorder.start();
  for (let hue = 0; hue < 360; hue += 12) {
    if (context !== null) context.fillStyle = `hsl(${hue} 80% 50%)`;
    context?.fillRect(0, 0, 64, 48);
    await new Promise((resolve) => setTimeout(resolve, 17));
  }
  recorder.stop();
  await stopped;
  return new File(parts, 'film.webm', { type: 'video/webm' });
}

/** Replaces a kernel with one whose shader has a type error. */
function breakKernel(kernelName: string): void {
  const original = getKernel(kernelName, 'webgpu');
  unregisterKernel(kernelName, 'webgpu');
  const broken: KernelConfig = {
    kernelName,
    backendName: 'webgpu',
    kernelFunc: (call) => {
      const { device } = gpuOf(call.backend);
      device.createComputePipeline({
        layout: 'auto',
        compute: {
          module: device.createShaderModule({ code: '@compute @workgroup_size(1) fn main() { let x: f32 = true; }' }),
        },
      });
      return original.kernelFunc(call);
    },
  };
  registerKernel(broken);
}

/** Adds a type error to every shader from now on. */
function breakShaders(): void {
  const { device } = gpuOf(backend());
  const create = device.createShaderModule.bind(device);
  device.createShaderModule = (descriptor) =>
    create({ ...descriptor, code: `${descriptor.code}\nconst x: f32 = true;` });
}

function codeOf(result: Result<unknown, RunError>): string {
  return result.ok ? 'accepted' : result.error.code;
}

function gpuOf(backend: object): { readonly device: GPUDevice } {
  if ('device' in backend && backend.device instanceof GPUDevice) return { device: backend.device };
  throw new Error('the active backend has no WebGPU device');
}
