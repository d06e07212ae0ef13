import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readImage, type ImageFile } from './readImage';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'featherweight-images-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function opened(path: string): Promise<ImageFile> {
  const image = await readImage(path);
  if (!image.ok) throw new Error(image.error);
  return image.value;
}

/** Red on the left, blue on the right. */
function redAndBlue(width: number, height: number): Sharp {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) data[3 * at + (at % width < width / 2 ? 0 : 2)] = 250;
  return sharp(data, { raw: { width, height, channels: 3 } });
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG whose header says `width` x `height` and which has nearly no data. */
function pngOfSize(width: number, height: number, isInterlaced = false): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, isInterlaced ? 1 : 0], 8);
  const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', new Uint8Array(8)),
    chunk('IEND', new Uint8Array()),
  ]);
}

describe('an image file', () => {
  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('%s is drawn', async (format) => {
    const path = written(`plain.${format}`, await redAndBlue(32, 16).toFormat(format, { quality: 95 }).toBuffer());
    const { pixels, damage } = await opened(path);
    expect(damage).toBeNull();
    expect([pixels.width, pixels.height, pixels.data.length]).toEqual([32, 16, 32 * 16 * 4]);
    const [red = 0, , blue = 0, alpha] = pixels.data.subarray(4 * 32 * 8);
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(50);
    expect(alpha).toBe(255);
  });

  test('stands upright by its EXIF orientation', async () => {
    // 6: the camera was turned, so the left of the stored rows is the top of the picture.
    const turned = await redAndBlue(32, 16).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { pixels } = await opened(written('turned.jpg', turned));
    expect([pixels.width, pixels.height]).toEqual([16, 32]);
    const [topRed = 0] = pixels.data;
    const [bottomRed = 0] = pixels.data.subarray(4 * 16 * 31);
    expect(topRed).toBeGreaterThan(200);
    expect(bottomRed).toBeLessThan(50);
  });

  test('with 16 bits a channel has 8 in memory', async () => {
    const deep = await redAndBlue(8, 8).toColourspace('rgb16').png().toBuffer();
    const { pixels } = await opened(written('deep.png', deep));
    expect([...pixels.data.subarray(0, 4)]).toEqual([250, 0, 0, 255]);
  });

  test('keeps its transparency', async () => {
    const glass = await redAndBlue(8, 8).ensureAlpha(0.2).png().toBuffer();
    const { pixels } = await opened(written('glass.png', glass));
    expect([...pixels.data.subarray(0, 4)]).toEqual([250, 0, 0, 51]);
  });

  test('cut short is drawn as far as it goes, and says so', async () => {
    const whole = await redAndBlue(64, 64).jpeg().toBuffer();
    const path = written('cut.jpg', whole.subarray(0, whole.length - 40));
    const { pixels, damage } = await opened(path);
    expect([pixels.width, pixels.height]).toEqual([64, 64]);
    expect(damage).toBe(`${path}: damaged image, drawn as far as it goes (premature end of JPEG image)`);
  });
});

describe('is refused', () => {
  test.each([
    [30_000, 30_000, '900'],
    [17_321, 17_321, '301'],
  ])('%d x %d pixels, by the header alone', async (width, height, megapixels) => {
    const before = process.memoryUsage().rss;
    const path = written('huge.png', pngOfSize(width, height));
    expect(await readImage(path)).toEqual({
      ok: false,
      error: `${path}: too large (got ${width} x ${height}, ${megapixels} megapixels, wanted at most 300)`,
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });

  test('an interlaced image from 100 megapixels on, since it is held whole while it refines', async () => {
    const path = written('passes.png', pngOfSize(10_001, 10_000, true));
    expect(await readImage(path)).toMatchObject({
      error: `${path}: too large (got 10001 x 10000, 101 megapixels, wanted at most 100 of a progressive or interlaced image)`,
    });
  });

  test('a large image in a file of a few bytes', async () => {
    const path = written('hollow.png', pngOfSize(17_000, 17_000));
    const image = await readImage(path);
    expect(image.ok ? 'was drawn' : image.error).toMatch(
      /hollow\.png: damaged image \(got 17000 x 17000, 289 megapixels in a file of \d+ bytes\)$/,
    );
  });

  test.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'],
    ['a document', '%PDF-1.4'],
    ['text', 'no picture'],
    ['nothing', ''],
  ])('%s', async (_, text) => {
    const path = written('other', Buffer.from(text));
    expect(await readImage(path)).toEqual({
      ok: false,
      error: `${path}: not an image (wanted PNG, JPEG, WebP, GIF or AVIF)`,
    });
  });
});
