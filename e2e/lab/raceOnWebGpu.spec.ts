import { expect, test } from '../fixtures/test';
import { expectEspressoIn, rankedTimes } from './racePage';

test.use({ camera: { shows: 'training/samples/coffee.png' }, webGpu: 'software' });

test('three networks race on WebGPU too', { tag: '@thorough' }, async ({ page }) => {
  const nets = ['shufflenet-v2-everyday64', 'mobilenet-v3-small-everyday64', 'shufflenet-v1-everyday64'];
  await page.goto(`./#/race?backend=webgpu&nets=${nets.join(',')}`);
  await expectEspressoIn(page, 2);
  await expect.poll(() => rankedTimes(page), { timeout: 60_000 }).toHaveLength(3);
});
