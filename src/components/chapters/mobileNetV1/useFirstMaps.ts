import { useEffect, useState } from 'react';
import { samples } from '../../../lab/session/samples';
import { networkInput } from '../../../run/frames/preprocess';
import { picturePixels } from '../../../run/frames/picturePixels';
import firstLayers from '../../../viz/chapters/firstLayers.json';
import { firstMapsOf } from '../../../viz/chapters/silentChannels';
import type { MapValues } from '../../../nets/arithmetic/mapValues';

/** Side of the image, px: enough for maps of 56x56, and quick to compute. */
const side = 112;
const [photo] = samples;
const [redMean, greenMean, blueMean] = firstLayers.normalisation.mean;
const [redStd, greenStd, blueStd] = firstLayers.normalisation.std;

/** The maps of the first depthwise layer for the sample photo; null until they are there, and `failed` without the photo. */
export function useFirstMaps(): MapValues | 'failed' | null {
  const [maps, setMaps] = useState<MapValues | 'failed' | null>(null);
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

async function mapsOfPhoto(): Promise<MapValues | null> {
  const pixels = await picturePixels(photo.url);
  if (pixels === null) return null;
  const input = networkInput(pixels, side, {
    mean: [redMean ?? 0, greenMean ?? 0, blueMean ?? 0],
    std: [redStd ?? 1, greenStd ?? 1, blueStd ?? 1],
  });
  return firstMapsOf(firstLayers, input, side);
}
