import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from './findChromium';

const usage = 'npx tsx tools/measureExamples.ts ADDRESS, of a running app: http://127.0.0.1:4173/';
const folder = 'src/lab/examples';

/** What each page measures for its example: its own defaults, on WebAssembly. */
const measurements = {
  layers: { path: 'layers?backend=wasm', run: measureLayers },
  bench: { path: 'bench?rounds=10', run: runBench },
  guidelines: { path: guidelinesPath(), run: runGuidelines },
} as const;

/**
 * Measures the examples that the pages show before the first measurement, by pressing the buttons of a running app as a
 * reader does, and writes what the app kept. Needs a device that does nothing else.
 */
async function measureExamples(address: string): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error("found no Chromium; 'npx tsx tools/installBrowsers.ts' installs one");
  const browser = await chromium.launch({
    executablePath,
    // Examples are of the processor, which every reader has.
    args: ['--no-sandbox', '--disable-gpu', '--disable-blink-features=WebGPU'],
  });
  mkdirSync(folder, { recursive: true });
  for (const name of ['layers', 'bench', 'guidelines'] as const) {
    const page = await browser.newPage();
    page.setDefaultTimeout(1_800_000);
    const { path, run } = measurements[name];
    await page.goto(`${address}#/${path}`);
    await run(page);
    const text = await page.evaluate((key) => localStorage.getItem(key), `featherweight.measured.${name}`);
    const kept: unknown = JSON.parse(text ?? '{}', rounded);
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify({ processor: processor(), ...Object(kept) })}\n`);
    console.log(`${folder}/${name}.json`);
    await page.close();
  }
  await browser.close();
}

async function measureLayers(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await page.getByRole('button', { name: 'Measure again' }).waitFor();
}

async function runBench(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run it here' }).click();
  await page.getByRole('button', { name: 'Run it again' }).waitFor();
}

async function runGuidelines(page: Page): Promise<void> {
  for (const guideline of ['g1', 'g2', 'g3', 'g4']) {
    const experiment = page.locator(`[data-experiment="${guideline}"]`);
    await experiment.getByRole('button', { name: 'Run it here' }).click();
    await experiment.getByRole('button', { name: 'Run it again' }).waitFor();
  }
}

/** An experiment runs once its order is guessed. */
function guidelinesPath(): string {
  const guesses = {
    g1: '1:1,1:2,1:6,1:12',
    g2: '1,2,4,8',
    g3: 'one,twoInSeries,fourInSeries,twoInParallel,fourInParallel',
    g4: 'neither,shortcut,relu,reluAndShortcut',
  };
  const written = Object.entries(guesses).map(([guideline, order]) => `${guideline}.guess=${order}`);
  return `guidelines?${['backend=wasm', ...written].join('&')}`;
}

/** Times keep four digits; the clock has no more. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}

/** `AMD EPYC, 2 cores, 8 GB` */
function processor(): string {
  const [first] = cpus();
  return `${first?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB`;
}

const [address] = process.argv.slice(2);
if (address === undefined) {
  console.error(usage);
  process.exitCode = 1;
} else {
  await measureExamples(address);
}
