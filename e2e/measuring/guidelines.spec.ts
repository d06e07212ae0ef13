import { accessibilityFaults } from '../fixtures/accessibilityFaults';
import { savedText } from '../fixtures/savedText';
import { expect, test } from '../fixtures/test';

const small = 'size=7&blocks=1&rounds=3&channels=arm';

for (const backend of ['wasm', 'webgpu'] as const) {
  test(`a student guesses an order, runs the experiment on ${backend}, and sees it beside the paper`, async ({
    page,
  }) => {
    await page.goto(`./#/guidelines?${small}&backend=${backend}`);
    const experiment = page.locator('[data-experiment="g1"]');
    const run = experiment.getByRole('button', { name: 'Run it here' });
    await expect(page.getByText('Smaller than the paper’s experiment')).toBeVisible();
    await expect(run).toBeDisabled();
    for (const name of [/1:12 /, /1:1 /, /1:2 /, /1:6 /]) await experiment.getByRole('button', { name }).press('Enter');
    await expect(page).toHaveURL(/g1\.guess=1:12,1:1,1:2,1:6|g1\.guess=1%3A12/);
    await expect(experiment.locator('[data-figure]')).toHaveCount(0);
    await run.click();

    await expect(experiment.getByRole('button', { name: 'Run it again' })).toBeVisible({ timeout: 90_000 });
    const times = experiment.locator('[data-figure="here"]');
    await expect(times).toHaveCount(4);
    const medians = await times.evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
    expect(medians.every((ms) => ms > 0)).toBe(true);
    await expect(experiment.getByText('1,480')).toBeVisible();
    await expect(experiment.locator('[data-paper="gpu"]')).toHaveAttribute(
      'data-verdict',
      /^(agrees|partly|disagrees|undecided)$/,
    );
    await expect(experiment.getByRole('status').filter({ hasText: /pair|tell any two/ })).toBeVisible();
    // The page is the same on every backend.
    if (backend === 'wasm') expect(await accessibilityFaults(page)).toEqual([]);

    const file: unknown = JSON.parse(await savedText(experiment.getByRole('button', { name: 'JSON' })));
    expect(file).toMatchObject({
      kind: 'guideline',
      guideline: 'g1',
      device: { backend },
      setting: { resolution: 7, blocks: 1 },
      networks: [{ id: '1:1', samplesMs: [expect.any(Number), expect.any(Number), expect.any(Number)] }, {}, {}, {}],
    });
  });
}

test('a long experiment can be stopped, and the guess stays', async ({ page }) => {
  await page.goto(
    './#/guidelines?rounds=15&backend=wasm&g3.guess=one,twoInSeries,fourInSeries,twoInParallel,fourInParallel',
  );
  const experiment = page.locator('[data-experiment="g3"]');
  await experiment.getByRole('button', { name: 'Run it here' }).click();
  await experiment.getByRole('button', { name: 'Stop' }).click();
  await expect(experiment.getByText(/^Stopped/)).toBeVisible();
  await expect(experiment.getByRole('button', { name: /4 in parallel/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(experiment.getByRole('button', { name: /Run it/ })).toBeEnabled();
});
