import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { killWorker, rememberWorkers, workerOf } from './fixtures/workers';
import { loseDevice, makeDeviceLosable } from './live/losable';
import { dropOnPicture, expectEspresso, expectNamed } from './live/livePage';

test.use({
  camera: { shows: 'training/samples/coffee.png' },
  webGpu: 'software',
  actionTimeout: 30_000,
  // Offline, and pictures that are none.
  expectedErrors: [/Failed to load resource/],
});

/** `npm run chaos` has twenty; each takes about four seconds. */
const faultCount = Number(process.env['CHAOS_FAULTS'] ?? 8);

/** CHAOS_SEED repeats a story. */
const seedOf = (): number => Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

test(
  `${String(faultCount)} random faults in a row, and the app still names the coffee`,
  { tag: '@thorough' },
  async ({ page, context }, info) => {
    const seed = seedOf();
    const random = randomOf(seed);
    await rememberWorkers(page);
    await makeDeviceLosable(page);
    await page.goto('./#/live?backend=webgpu&net=shufflenet-v2-everyday64');
    await expectEspresso(page);
    const files = droppedFiles((name) => info.outputPath(name));
    const told = Array.from({ length: faultCount }, () => faultOf(random, files));
    process.stdout.write(`chaos: CHAOS_SEED=${String(seed)}: ${told.map(({ name }) => name).join(', ')}\n`);
    for (const { name, happen } of told) {
      if (random() < 0.6) await pressWhatIsOffered(page);
      await test.step(name, () => happen(page, context));
      await expect(page.getByRole('heading', { level: 1 }), `the page stands after: ${name}`).toBeVisible();
      // A person's pace, from at once to a second.
      await page.waitForTimeout(random() * 1000);
    }
    await pressWhatIsOffered(page);
    // Another picture first: the coffee must not be named from memory.
    await page.getByRole('button', { name: 'Cat', exact: true }).click();
    await expectNamed(page, { not: 'espresso' });
    await page.getByRole('button', { name: 'Cup of coffee' }).click();
    await expectEspresso(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
  },
);

type Fault = {
  readonly name: string;
  readonly happen: (page: Page, context: BrowserContext) => Promise<unknown>;
};

function faultOf(random: () => number, files: readonly string[]): Fault {
  const faults: readonly Fault[] = [
    { name: 'device lost', happen: loseDevice },
    { name: 'engine killed', happen: (page) => killWorker(page, 'engine') },
    { name: 'engine closes itself', happen: closeEngine },
    { name: 'tab hidden and shown', happen: hideAndShow },
    { name: 'camera ended', happen: endCamera },
    { name: 'offline and online', happen: goOffline },
    { name: 'storage cleared', happen: clearStorage },
    { name: 'file dropped', happen: (page) => dropOnPicture(page, files[Math.floor(random() * files.length)] ?? '') },
  ];
  return faults[Math.floor(random() * faults.length)] ?? { name: 'nothing', happen: nothing };
}

/** The worker may be gone before it has answered. */
async function closeEngine(page: Page): Promise<void> {
  await workerOf(page, 'engine')
    ?.evaluate('close()')
    .catch(() => undefined);
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

/** Presses the buttons that messages offer, as a person does, until there are none: what helps, then what closes. */
async function pressWhatIsOffered(page: Page): Promise<void> {
  const helps = page.getByRole('button', {
    name: /^(Start it again|Try again|Use a sample photo|Switch back to WebGPU)$/,
  });
  const closes = page.getByRole('button', { name: 'Dismiss', exact: true });
  for (let press = 0; press < 10 && (await helps.or(closes).count()) > 0; press += 1) {
    const offered = (await helps.count()) > 0 ? helps : closes;
    // A message may go by itself in the meantime.
    await offered
      .last()
      .click({ timeout: 5000 })
      .catch(() => undefined);
  }
}

async function hideAndShow(page: Page): Promise<void> {
  for (const isHidden of [true, false]) {
    await page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  }
}

/** Opens the camera, which the system then takes away. */
async function endCamera(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Camera' }).click();
  await expect(page.getByRole('img', { name: 'Live picture of the camera' })).toBeVisible();
  await page.evaluate(() => {
    const source = document.querySelector('video')?.srcObject;
    if (!(source instanceof MediaStream)) return;
    for (const track of source.getTracks()) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
}

/** Another picture is wanted while there is no network. */
async function goOffline(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Cat', exact: true }).click();
  await context.setOffline(false);
}

async function clearStorage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    // Not awaited: a base that is open is deleted when it is closed.
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name);
  });
}

/** Files and a folder, each of which is dropped on the picture. */
function droppedFiles(pathOf: (name: string) => string): readonly string[] {
  const written = Object.entries(contents).map(([name, content]) => {
    const path = pathOf(name);
    writeFileSync(path, content);
    return path;
  });
  const folder = pathOf('holiday');
  mkdirSync(folder);
  return [...written, folder, resolve('training/samples/chelsea.png'), resolve('training/samples/coffee.png')];
}

const contents: Readonly<Record<string, string | Uint8Array>> = {
  'broken.png': 'this is not a picture',
  'empty.jpg': '',
  'notes.pth': 'remember the milk',
  'endless.safetensors': new Uint8Array(4000).fill(255),
  'hollow.h5': new Uint8Array([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(500)]),
  // A pickle that builds a list and puts it into itself.
  'knot.pth': new Uint8Array([0x80, 2, 0x5d, 0x71, 0, 0x68, 0, 0x61, 0x2e]),
  [`${'long '.repeat(45)}.png`]: 'a name of 229 letters',
};

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
