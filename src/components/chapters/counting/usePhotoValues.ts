import { useEffect, useState } from 'react';
import { samples } from '../../../lab/session/samples';
import { networkInput } from '../../../run/frames/preprocess';
import { picturePixels } from '../../../run/frames/picturePixels';
import type { MapValues } from '../../../nets/arithmetic/mapValues';

const [photo] = samples;

/** The sample photo as so many values a side, red, green and blue from 0 to 1; null until it is there. */
export function usePhotoValues(side: number): MapValues | 'failed' | null {
  const [values, setValues] = useState<MapValues | 'failed' | null>(null);
  useEffect(() => {
    let isWanted = true;
    void valuesOf(side).then((read) => {
      if (isWanted) setValues(read ?? 'failed');
    });
    return () => {
      isWanted = false;
    };
  }, [side]);
  return values;
}

async function valuesOf(side: number): Promise<MapValues | null> {
  const pixels = await picturePixels(photo.url);
  if (pixels === null) return null;
  const plain = { mean: [0, 0, 0], std: [1, 1, 1] } as const;
  return { shape: [side, side, 3], values: networkInput(pixels, side, plain) };
}
