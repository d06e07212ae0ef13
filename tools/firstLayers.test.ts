import { expect, test } from 'vitest';
import { valueAt } from '../src/nets/graph';
import { foldedTensors } from '../src/nets/weights/fold';
import { channelBoundsOf, type FirstLayers } from '../src/viz/chapters/silentChannels';
import { readTrainedNetwork } from './readWeights';

/** The first two layers of a network's weights, batch norm folded in, to six digits. */
async function firstLayersOf(id: string, weights: string, depthwise: string): Promise<FirstLayers> {
  const network = await readTrainedNetwork(id, weights, {});
  if (!network.ok) throw new Error(network.error);
  const { graph, normalisation } = network.value;
  const tensors = foldedTensors(graph, network.value.tensors);
  const written = (name: string) => [...valueAt(tensors, name).data].map((value) => Number(value.toPrecision(6)));
  const layer = (node: string) => ({ weight: written(`${node}.weight`), bias: written(`${node}.bias`) });
  const { mean, std } = normalisation;
  return { normalisation: { mean, std }, stem: layer('stem.conv'), depthwise: layer(depthwise) };
}

test("the chapter's copy of the first layers is what torchvision's MobileNet V2 has", async () => {
  const layers = await firstLayersOf('mobilenet-v2', 'mobilenet-v2-imagenet', 'stage1.block1.depthwise.conv');
  await expect(`${JSON.stringify(layers)}\n`).toMatchFileSnapshot('../src/viz/chapters/firstLayers.json');
});

test("the app's own MobileNet V1, trained for few epochs, has no channel in its first block that is always zero", async () => {
  const layers = await firstLayersOf('mobilenet-v1', 'mobilenet-v1-everyday64', 'block1.depthwise.conv');
  const fates = channelBoundsOf(layers).map(({ fate }) => fate);
  expect(fates).toHaveLength(32);
  expect(fates).not.toContain('zero');
});
