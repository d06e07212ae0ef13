import { useEffect, useState } from 'react';
import { listCameras, subscribeToCameras } from '../../../run/frames/camera';
import type { CameraDevice, FrameSource } from '../../../run/frames/frameSource';

/**
 * The cameras of this machine. Lists them again when one is plugged in or out, and when `source` changes, because browsers
 * hide camera names until one was allowed.
 */
export function useCameras(source: FrameSource | null): readonly CameraDevice[] {
  const [cameras, setCameras] = useState<readonly CameraDevice[]>([]);
  const openName = source?.kind === 'camera' ? source.name : null;
  useEffect(() => {
    let isCurrent = true;
    const ask = () => {
      void listCameras().then((found) => {
        if (isCurrent) setCameras(found.ok ? found.value : []);
      });
    };
    ask();
    const unsubscribe = subscribeToCameras(ask);
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [openName]);
  return cameras;
}
