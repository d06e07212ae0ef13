import { useEffect, useState } from 'react';
import { samples } from '../../../lab/session/samples';
import { networkInput } from '../../../run/frames/preprocess';
import firstLayers from '../../../viz/chapters/firstLayers.json';
import { firstMapsOf } from '../../../viz/chapters/silentChannels';
import type { FeatureMaps } from '../../../viz/maps/featureMap';

/** Side of the image, px: enough for maps of 56x56, and quick to compute. */
const side = 112;
const [photo] = samples;
const [redMean, greenMean, blueMean] = firstLayers.normalisation.mean;
const [redStd, greenStd, blueStd] = firstLayers.normalisation.std;

/** The maps of the first depthwise layer for the sample photo; null until they are there, and `failed` without the photo. */
export function useFirstMaps(): FeatureMaps | 'failed' | null {
  const [maps, setMaps] = useState<FeatureMaps | 'failed' | null>(null);
  useEffect(() => {
    let isWanted = true;
    void mapsOfPhoto().then((computed) => {
      if (isWanted) setMaps(computed ?? 'failed');
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return maps;
}

async function mapsOfPhoto(): Promise<FeatureMaps | null> {
  const image = new Image();
  image.src = photo.url;
  const decodes = await image.decode().then(
    () => true,
    () => false,
  );
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!decodes || context === null) return null;
  context.drawImage(image, 0, 0);
  const input = networkInput(context.getImageData(0, 0, width, height), side, {
    mean: [redMean ?? 0, greenMean ?? 0, blueMean ?? 0],
    std: [redStd ?? 1, greenStd ?? 1, blueStd ?? 1],
  });
  return firstMapsOf(firstLayers, input, side);
}
