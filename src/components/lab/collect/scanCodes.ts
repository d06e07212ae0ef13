import decodeQR from 'qr/decode.js';
import type { FrameSource } from '../../../run/frames/frameSource';

/** The browser's BarcodeDetector, where it exists; TypeScript has no type for it. */
type Detector = { readonly detect: (picture: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]> };

declare global {
  interface Window {
    readonly BarcodeDetector?: new (options: { readonly formats: readonly string[] }) => Detector;
  }
}

/** Scans a camera's frames for QR codes until `signal` aborts. Repeats of the same text are reported once. */
export async function scanCodes(
  source: FrameSource,
  onText: (text: string) => void,
  signal: AbortSignal,
): Promise<'ended' | 'cameraLost'> {
  const read = codeReader();
  let last = '';
  for (;;) {
    const presented = await source.nextFrame(signal);
    if (signal.aborted) return 'ended';
    if (!presented.ok || presented.value === null) return 'cameraLost';
    const frame = await source.grab();
    if (!frame.ok) return 'cameraLost';
    const text = await read(frame.value);
    frame.value.close();
    if (text !== null && text !== last) onText(text);
    last = text ?? last;
    // People hold a code up for seconds, so scanning more often only wastes power.
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
}

function codeReader(): (picture: ImageBitmap) => Promise<string | null> {
  const detector = window.BarcodeDetector === undefined ? null : new window.BarcodeDetector({ formats: ['qr_code'] });
  return async (picture) => {
    if (detector !== null) {
      try {
        const [code] = await detector.detect(picture);
        return code?.rawValue ?? null;
      } catch {
        // Some systems have the interface but not the service.
      }
    }
    return decodedHere(picture);
  };
}

function decodedHere(picture: ImageBitmap): string | null {
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(picture, 0, 0);
  try {
    return decodeQR({ width, height, data: context.getImageData(0, 0, width, height).data });
  } catch {
    // The reader throws when a frame has no code, the usual case.
    return null;
  }
}
