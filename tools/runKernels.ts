import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from './findChromium';

/**
 * Runs the WebGPU kernels in Node against a plain reference, on the Vulkan driver that computes on the processor and
 * comes with Chromium (SwiftShader), or on the one that $VK_DRIVER_FILES names. Where there is none, the tests are
 * skipped.
 */
const chosen = process.env['VK_DRIVER_FILES'];
const driver = chosen ?? driverOfChromium();
if (driver === undefined) {
  console.log('runKernels: found no Vulkan driver beside a Chromium; set $VK_DRIVER_FILES to one to run the kernels');
} else {
  console.log(`runKernels: the kernels run on ${driver}`);
}
const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'kernels'];
const { status } = spawnSync(process.execPath, [...command, '--outputFile.json=reports/kernels.json'], {
  stdio: 'inherit',
  env: { ...process.env, ...(driver !== undefined && environmentFor(driver)) },
});
process.exitCode = status ?? 1;

/** The manifest of the driver in the folder of the Chromium that the browser tests use, or of Debian's. */
function driverOfChromium(): string | undefined {
  const chromium = findChromium();
  const folders = ['/usr/lib/chromium', ...(chromium === undefined ? [] : [dirname(realpathSync(chromium))])];
  return folders.map((folder) => join(folder, 'vk_swiftshader_icd.json')).find((path) => existsSync(path));
}

/** Names the driver as old and new Vulkan loaders expect it; its folder has a loader, too. */
function environmentFor(path: string): Readonly<Record<string, string>> {
  const folders = [dirname(path), process.env['LD_LIBRARY_PATH'] ?? ''].filter((folder) => folder !== '');
  return { VK_DRIVER_FILES: path, VK_ICD_FILENAMES: path, LD_LIBRARY_PATH: folders.join(':') };
}
