import { useEffect, useState } from 'react';
import { samples } from '../../../lab/session/samples';
import { networkInput } from '../../../run/frames/preprocess';
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
  const plain = { mean: [0, 0, 0], std: [1, 1, 1] } as const;
  return { shape: [side, side, 3], values: networkInput(context.getImageData(0, 0, width, height), side, plain) };
}
