import type { Result } from '../../nets/result';
import type { RunError } from '../../run/errors/runError';
import { openCamera } from '../../run/frames/camera';
import type { FrameSource } from '../../run/frames/frameSource';
import { openPhoto } from '../../run/frames/photo';
import { openVideoFile } from '../../run/frames/videoFile';
import type { SourceChoice } from './chosenSource';
import { latestTask } from './latestTask';
import type { SessionStore } from './sessionStatus';

/** The source of a session, in its status once it is open. */
export type SessionSource = {
  /**
   * Replaces the source as soon as the new one has a picture. If that does not open, the old one stays, and choosing what
   * shows again (the same object) leaves it and its fault alone.
   */
  readonly open: (choice: SourceChoice) => void;
  /** Opens what did not open, or what has ended, again. */
  readonly retry: () => void;
  readonly close: () => void;
};

/** @param onOpened called when another source is open */
export function sessionSource(status: SessionStore, open: typeof openSource, onOpened: () => void): SessionSource {
  const opening = latestTask();
  const begin = (choice: SourceChoice): void => {
    status.setState({ isOpening: true, sourceFault: null, failed: null });
    opening.start(async (signal) => {
      const opened = await open(choice, signal);
      if (signal.aborted) {
        if (opened.ok) opened.value.stop();
        return;
      }
      if (!opened.ok) {
        status.setState({ isOpening: false, sourceFault: opened.error, failed: choice });
        return;
      }
      status.getState().source?.stop();
      status.setState({ isOpening: false, source: opened.value, shown: choice, hasEnded: false });
      onOpened();
    });
  };
  return {
    open: (choice) => {
      const { shown, failed } = status.getState();
      if (choice !== shown || failed === null) begin(choice);
    },
    retry: () => {
      const { failed, shown } = status.getState();
      const choice = failed ?? shown;
      if (choice !== null) begin(choice);
    },
    close: () => {
      opening.stop();
      status.getState().source?.stop();
    },
  };
}

/** Opens what is chosen; the caller stops it. */
export function openSource(choice: SourceChoice, signal: AbortSignal): Promise<Result<FrameSource, RunError>> {
  switch (choice.kind) {
    case 'sample':
      return openPhoto(choice.url, signal);
    case 'file':
      return choice.file.type.startsWith('video/') ? openVideoFile(choice.file) : openPhoto(choice.file, signal);
    case 'camera':
      return openCamera(choice.camera, signal);
  }
}
