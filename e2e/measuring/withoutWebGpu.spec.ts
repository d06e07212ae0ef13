import { expect, test } from '../fixtures/test';

test.use({ webGpu: 'off' });

test('asking for WebGPU where there is none says so, and what to do', async ({ page }) => {
  await page.goto('./#/guidelines?size=7&blocks=1&backend=webgpu&g4.guess=relu,neither,shortcut,reluAndShortcut');
  await page.locator('[data-experiment="g4"]').getByRole('button', { name: 'Run it here' }).click();
  await expect(page.getByRole('alert')).toContainText('no WebGPU');
});
