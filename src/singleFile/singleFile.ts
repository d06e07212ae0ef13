import { embeddedFiles, workerAddress } from './embeddedFiles';

// The start of the app as one HTML file (`npm run single`). Page and workers are the same script, which is in the file once:
// a worker is that script again, told by its name which one it is.

const workers: Readonly<Record<string, () => Promise<unknown>>> = {
  engine: () => import('../run/engine/engineWorker'),
  measure: () => import('../run/measure/measureWorker'),
  path: () => import('../run/measure/pathWorker'),
  checkpoint: () => import('../run/checkpoint/checkpointWorker'),
};

embeddedFiles();
if (typeof document === 'undefined') void workers[self.name]?.();
else {
  globalThis.workerAddress = workerAddress;
  void import('../main');
}
