import * as tf from '@tensorflow/tfjs-core';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { failure, success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { TfjsDevice } from './tfjsDevice';

/** A WebGPU device that tfjs and the app's own kernels share. */
export type WebgpuDevice = TfjsDevice & {
  readonly gpu: GPUDevice;
  /** Identifies the adapter, even where the browser does not name it: by its features and limits too. */
  readonly fingerprint: string;
  /** Like `checked`, for commands that the app submits itself. */
  readonly scoped: TfjsDevice['checked'];
};

/**
 * Features that are used where the adapter has them: timestamps for the time per layer, the others for faster kernels.
 */
const wantedFeatures = ['timestamp-query', 'subgroups', 'shader-f16'] as const;

/** Limits that large networks need; the defaults suit small ones. */
const wantedLimits = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/**
 * Opens an adapter's device and makes it the active tfjs backend. The device is requested here because tfjs would neither
 * report a software adapter nor notice the loss of the device.
 */
export async function openWebgpu(adapter: GPUAdapter): Promise<Result<WebgpuDevice, 'none'>> {
  const device = await deviceOf(adapter);
  if (device === null) return failure('none');
  // Otherwise tfjs computes small tensors on the CPU, where no measurement sees them.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  // The package registers its own factory, and tfjs allows no two backends of one name.
  if ('webgpu' in tf.engine().registryFactory) tf.removeBackend('webgpu');
  const backend = new WebGPUBackend(device, adapter.info);
  tf.registerBackend('webgpu', () => backend);
  if (!(await tf.setBackend('webgpu'))) return failure('none');
  await tf.ready();
  return success(webgpuDevice(backend, adapter));
}

async function deviceOf(adapter: GPUAdapter): Promise<GPUDevice | null> {
  try {
    return await adapter.requestDevice({
      // The types do not list every feature of browsers yet.
      requiredFeatures: wantedFeatures.filter((name: string): name is GPUFeatureName => adapter.features.has(name)),
      requiredLimits: Object.fromEntries(wantedLimits.map((name) => [name, adapter.limits[name]])),
    });
  } catch {
    // The adapter gives no device.
    return null;
  }
}

function webgpuDevice(backend: WebGPUBackend, adapter: GPUAdapter): WebgpuDevice {
  const { device } = backend;
  const flush = (): void => {
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    backend.submitQueue();
  };
  const scoped = errorScopes(device);
  return {
    gpu: device,
    fingerprint: fingerprintOf(adapter),
    report: {
      backend: 'webgpu',
      adapter: adapterText(adapter),
      softwareAdapter: adapter.info.isFallbackAdapter,
      whyNotWebgpu: null,
    },
    lost: device.lost.then(({ message, reason }) => (message === '' ? reason : message)),
    scoped,
    checked: (commands) =>
      scoped(() => {
        const value = commands();
        // Errors occur on submit, which therefore has to happen inside the error scopes.
        flush();
        return value;
      }),
    flush,
    idle: () => device.queue.onSubmittedWorkDone(),
    prepare: async (commands) => {
      tf.env().set('WEBGPU_ENGINE_COMPILE_ONLY', true);
      try {
        commands();
      } finally {
        tf.env().set('WEBGPU_ENGINE_COMPILE_ONLY', false);
      }
      await backend.checkCompileCompletionAsync();
      flush();
    },
    trim: () => {
      flush();
      dropFreeBuffers(backend);
    },
    bytesHeld: () => backend.memory().numBytesAllocatedInGPU,
    loseDevice: () => device.destroy(),
    dispose: () => {
      tf.removeBackend('webgpu');
      device.destroy();
    },
  };
}

/**
 * tfjs keeps every freed buffer for the next tensor of the same size and never releases one, so each network that was
 * ever loaded would keep its memory. Its list of free buffers is private, but acquiring and releasing them is not.
 */
function dropFreeBuffers({ bufferManager }: WebGPUBackend): void {
  const freeBuffers: unknown = Reflect.get(bufferManager, 'freeBuffers');
  const lists: readonly unknown[] = freeBuffers instanceof Map ? [...freeBuffers.values()] : [];
  for (const { size, usage } of lists.flat().filter(isBuffer)) {
    bufferManager.releaseBuffer(bufferManager.acquireBuffer(size, usage), false);
  }
}

function isBuffer(value: unknown): value is GPUBuffer {
  return value instanceof GPUBuffer;
}

const errorFilters = ['validation', 'out-of-memory', 'internal'] as const;

/** Runs commands that submit their own work, and reports whether the device refused any. */
function errorScopes(device: GPUDevice): TfjsDevice['checked'] {
  let uncaptured: RunError | null = null;
  device.addEventListener('uncapturederror', ({ error }) => {
    uncaptured ??= errorOf(error);
    // Workers do not log these, and a refused command can look like a fast and correct one. Browser tests fail on any
    // error in the console.
    // eslint-disable-next-line no-console
    console.error(`webgpu: ${error.message}`);
  });
  return (commands) => {
    for (const filter of errorFilters) device.pushErrorScope(filter);
    let value;
    let refusals: Promise<RunError | null>;
    try {
      value = commands();
    } finally {
      refusals = firstRefusal(device);
    }
    return { value, verdict: refusals.then((refusal) => refusal ?? uncaptured) };
  };
}

/** Pops the error scopes, innermost first. A lost device pops none: `lost` reports it. */
async function firstRefusal(device: GPUDevice): Promise<RunError | null> {
  const errors = await Promise.all(errorFilters.map(() => device.popErrorScope().catch(() => null)));
  const error = errors.find((candidate) => candidate !== null);
  return error === undefined ? null : errorOf(error);
}

function errorOf(error: GPUError): RunError {
  return { code: error instanceof GPUOutOfMemoryError ? 'outOfMemory' : 'deviceError', detail: error.message };
}

function fingerprintOf(adapter: GPUAdapter): string {
  const limits = wantedLimits.map((name) => `${name} ${adapter.limits[name]}`);
  return [adapterText(adapter), ...[...adapter.features].sort(), ...limits].join(', ');
}

/** Browsers leave most of these empty to hinder fingerprinting. */
function adapterText({ info }: GPUAdapter): string {
  const words = [info.vendor, info.architecture, info.device, info.description].filter((word) => word !== '');
  return words.length === 0 ? 'unnamed adapter' : words.join(' ');
}
