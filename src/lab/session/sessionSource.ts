import { openCamera } from '../../run/frames/camera';
import type { CameraChoice } from '../../run/frames/frameSource';
import { openPhoto } from '../../run/frames/photo';
import { openVideoFile } from '../../run/frames/videoFile';
import type { LiveStatusStore } from './sessionStatus';
import { taskSlot } from './latestTask';

/** Where pictures come from. */
export type SourceChoice =
  | { readonly kind: 'sample'; readonly url: string }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'camera'; readonly camera: CameraChoice };

/** Room for one open source of pictures. */
export type SourceSlot = {
  /** Replaces the source as soon as the new one has a picture. When it does not open, the old one stays. */
  readonly open: (choice: SourceChoice) => void;
  readonly close: () => void;
};

/** @param onOpened called when another source is in `status` */
export function sourceSlot(status: LiveStatusStore, onOpened: () => void): SourceSlot {
  const opening = taskSlot();
  return {
    open: (choice) => {
      status.setState({ isOpening: true, sourceFault: null });
      opening.start(async (signal) => {
        const opened = await openSource(choice, signal);
        if (signal.aborted) {
          if (opened.ok) opened.value.stop();
          return;
        }
        if (!opened.ok) {
          status.setState({ isOpening: false, sourceFault: opened.error });
          return;
        }
        status.getState().source?.stop();
        status.setState({ isOpening: false, source: opened.value });
        onOpened();
      });
    },
    close: () => {
      opening.stop();
      status.getState().source?.stop();
    },
  };
}

function openSource(choice: SourceChoice, signal: AbortSignal) {
  switch (choice.kind) {
    case 'sample':
      return openPhoto(choice.url, signal);
    case 'file':
      return choice.file.type.startsWith('video/') ? openVideoFile(choice.file) : openPhoto(choice.file, signal);
    case 'camera':
      return openCamera(choice.camera, signal);
  }
}
