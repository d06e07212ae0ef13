import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { expect, test } from '../fixtures/test';
import { loseDevice, makeDeviceLosable } from '../live/losable';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'software' });

const small = 'shufflenet-v1:groups=8:width=0.25:resolution=64';
const place = 'at=stage2.unit2.depthwise.conv&channel=3&pixel=1,2';

test(
  'on WebGPU and the camera, one value is reached, stepped and left by keyboard, also after the device was lost',
  { tag: '@thorough' },
  async ({ page }) => {
    await makeDeviceLosable(page);
    await page.goto(`./#/xray?backend=webgpu&source=camera&net=${small}&${place}`);
    const path = page.getByRole('navigation', { name: 'Place in the network' });
    const products = page.getByText(/Products .* \+ bias/);
    await expect(products).toBeVisible({ timeout: 90_000 });
    await expect(page.getByText('Untrained: random weights')).toBeVisible();
    await page.getByRole('button', { name: 'Freeze' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Freeze' })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(path).toContainText('row 2, column 2');
    await page.keyboard.press('.');
    await expect(page.getByText(/took 1 of 9 multiply-adds/)).toBeVisible();
    await loseDevice(page);
    await page.getByRole('button', { name: 'Freeze' }).press('Enter');
    await expect(products).toBeVisible({ timeout: 60_000 });
    await expect(path).toContainText('row 2, column 2');
    await page.keyboard.press('Escape');
    // The new device compiles its kernels first: 20 s in software.
    await expect(page.getByText(/differs by at most/)).toBeVisible({ timeout: 90_000 });
    expect(await relativeDifference(page)).toBeLessThan(1e-4);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('list', { name: 'The five likeliest labels' })).toBeVisible({ timeout: 30_000 });
  },
);

test('the run keeps its speed under the X-ray', { tag: '@thorough' }, async ({ page }) => {
  const net = 'backend=wasm&source=camera&net=mobilenet-v2-everyday64';
  await countRuns(page);
  await page.goto(`./#/live?${net}&maps=false`);
  const without = await runsPerSecond(page);
  await page.goto(`./#/xray?${net}`);
  const network = await runsPerSecond(page);
  const bytes = [await lookBytes(page)];
  await page.goto(`./#/xray?${net}&at=stage2.block2`);
  const block = await runsPerSecond(page);
  bytes.push(await lookBytes(page));
  await page.goto(`./#/xray?${net}&at=stage2.block2.project.conv&channel=3`);
  await expect(page.getByText(/differs by at most/)).toBeVisible({ timeout: 30_000 });
  bytes.push(await lookBytes(page));
  const words =
    `runs per second: ${without}, under X-ray ${network} (network) and ${block} (block); ` +
    `bytes of a look: ${bytes.join(', ')} (network, block, layer)`;
  test.info().annotations.push({ type: 'measured', description: words });
  process.stdout.write(`    ${words}\n`);
  expect(Number(network)).toBeGreaterThan(Number(without) / 2);
  // A byte for each value that shows, and some numbers for each channel: the middle of this block is five tensors of 144 maps.
  expect(Math.max(...bytes)).toBeLessThan(6 * 144 * 28 ** 2 + 50_000);
});

/** Bytes of the latest look. */
function lookBytes(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['lookBytes']));
}

async function relativeDifference(page: Page): Promise<number> {
  const text = (await page.getByText(/differs by at most/).textContent()) ?? '';
  return Number(/at most\s+([\d.e-]+)/.exec(text)?.[1]);
}

/** Counts the frames that the page hands to the engine, and the bytes of a look that come back. */
async function countRuns(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let runs = 0;
    const sizeOf = (value: unknown): number => {
      if (ArrayBuffer.isView(value)) return value.byteLength;
      if (typeof value !== 'object' || value === null) return 0;
      return Object.values(value).reduce<number>((sum, part) => sum + sizeOf(part), 0);
    };
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          const bytes = sizeOf(data);
          // Answers of the run are a few numbers.
          if (bytes > 10_000) document.documentElement.dataset['lookBytes'] = String(bytes);
        });
      }

      override postMessage(message: unknown, options?: StructuredSerializeOptions | Transferable[]): void {
        const isCall = typeof message === 'object' && message !== null && 'path' in message;
        if (isCall && JSON.stringify(message.path) === '["classify"]') runs += 1;
        document.documentElement.dataset['runs'] = String(runs);
        if (Array.isArray(options)) super.postMessage(message, options);
        else super.postMessage(message, options);
      }
    };
  });
}

async function runsPerSecond(page: Page): Promise<string> {
  const runs = () => page.evaluate(() => Number(document.documentElement.dataset['runs'] ?? 0));
  await expect.poll(runs, { timeout: 90_000 }).toBeGreaterThan(5);
  const [before, seconds] = [await runs(), 10];
  await page.waitForTimeout(seconds * 1000);
  return (((await runs()) - before) / seconds).toFixed(1);
}
