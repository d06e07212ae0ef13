import { readdirSync } from 'node:fs';

/** Folders whose faults the unit tests must notice. */
export interface Room {
  readonly folders: readonly string[];
  /** Files without mutants since no unit test can run them, with the reason. */
  readonly without?: Readonly<Record<string, string>>;
}

const onDevice = 'only records and submits commands: e2e and npm run kernels run it';
const inBrowser = 'only calls what a browser has: e2e runs it';
const inWorker = 'the entry of a worker: e2e runs it';

/** The rooms, in the order of the report. Each gives as many mutants as any other. */
export const rooms: readonly Room[] = [
  { folders: ['src/nets'] },
  { folders: ['src/nets/blocks', 'src/nets/models'] },
  { folders: ['src/nets/readings'] },
  { folders: ['src/nets/papers'] },
  { folders: ['src/nets/weights', 'src/nets/measurements'] },
  {
    folders: [
      'src/run/formats',
      ...['bytes', 'keras', 'onnx', 'pytorch', 'safetensors', 'tflite'].map((name) => `src/run/formats/${name}`),
    ],
  },
  { folders: ['src/run/checkpoint'], without: { 'checkpointJobs.ts': inBrowser, 'checkpointWorker.ts': inWorker } },
  { folders: ['src/run/weights'] },
  {
    folders: ['src/run/frames', 'src/run/loops'],
    without: {
      'camera.ts': inBrowser,
      'framePixels.ts': inBrowser,
      'photo.ts': inBrowser,
      'untilVisible.ts': inBrowser,
      'videoFile.ts': inBrowser,
      'videoFrames.ts': inBrowser,
    },
  },
  {
    folders: ['src/run/measure'],
    without: {
      'measureJobs.ts': inBrowser,
      'measureWorker.ts': inWorker,
      'pathWorker.ts': inWorker,
      'webgpuPeaks.ts': onDevice,
    },
  },
  {
    folders: ['src/run/webgpu'],
    without: {
      'agreement.ts': onDevice,
      'frameCommands.ts': onDevice,
      'framePath.ts': onDevice,
      'gpuMemory.ts': onDevice,
      'kernelTuner.ts': onDevice,
      'mapCopier.ts': onDevice,
      'mapStore.ts': onDevice,
      'pipelines.ts': onDevice,
      'recordedNetwork.ts': onDevice,
      'recordedTimer.ts': onDevice,
      'recording.ts': onDevice,
      'stepTimer.ts': onDevice,
      'tuning.ts': onDevice,
      'tuningMemory.ts': inBrowser,
      'webgpuExecutor.ts': onDevice,
    },
  },
  { folders: ['src/run/wasm', 'src/run/device'] },
  {
    folders: ['bench', 'guidelines', 'layers', 'networks', 'race', 'results'].map((name) => `src/lab/${name}`),
  },
  { folders: ['src/lab/feed', 'src/lab/session'] },
];

/** The source files of a room that have mutants, as paths from `root`. */
export function filesOf({ folders, without = {} }: Room, root: string): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !(name in without))
      .toSorted()
      .map((name) => `${folder}/${name}`),
  );
}
