/** Width and height of a picture, in pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/**
 * The size that the head of a PNG, JPEG, GIF, WebP or BMP file gives, without decoding it; null where it gives none.
 * @param head the beginning of the file: a JPEG may have a preview and a colour profile before its size
 */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const text = String.fromCharCode(...head.subarray(0, 32));
  try {
    if (/^\x89PNG\r\n.{6}IHDR/s.test(text)) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (text.startsWith('\xff\xd8')) return jpegSize(view);
    if (text.startsWith('GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (/^RIFF.{4}WEBPVP8/s.test(text)) return webpSize(view, text.slice(12, 16));
    // The height of a bitmap that is stored from its top is negative.
    if (text.startsWith('BM'))
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    return null;
  } catch {
    // A RangeError: the head ends before its size.
    return null;
  }
}

/** Frame headers (SOF0 to SOF15), without the three markers of tables among them (ITU-T T.81, table B.1). */
const frameHeader = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Goes from segment to segment until the header of the frame, or the data. */
function jpegSize(view: DataView): PictureSize | null {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (frameHeader(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === startOfScan) return null;
    // Any number of bytes may fill up before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

const startOfScan = 0xda;

/** The three kinds of WebP: lossy (RFC 6386, 9.1), lossless, and with extensions (RFC 9649, 2.7 and 3.4). */
function webpSize(view: DataView, kind: string): PictureSize | null {
  switch (kind) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
}
