import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readImage } from './readImage';

const hostileImages = fileURLToPath(new URL('../../shared/fixtures/hostile/images.py', import.meta.url));

test.skipIf(!existsSync(hostileImages))(
  'crafted images are drawn or refused with a sentence',
  async () => {
    const images = mkdtempSync(join(tmpdir(), 'featherweight-hostile-'));
    onTestFinished(() => rmSync(images, { recursive: true }));
    expect(spawnSync('python3', [hostileImages, images]).status).toBe(0);
    const outcomes = new Map<string, string>();
    for (const name of readdirSync(images)) {
      const image = await readImage(join(images, name));
      outcomes.set(name, image.ok ? (image.value.damage ?? 'whole') : image.error);
    }
    const named = (reason: string) => [...outcomes].filter(([, text]) => text.includes(reason)).map(([name]) => name);
    expect(outcomes.size).toBeGreaterThanOrEqual(20);
    expect(named(' megapixels, wanted')).toEqual([
      'full-20000x20000-gray1.png',
      'interlaced-20000.png',
      'tiny-data-30000x30000.png',
    ]);
    expect(named(' in a file of ')).toEqual(['jpg-65500x1500.jpg', 'jpg-9900x9900.jpg', 'jpg-hv44.jpg']);
    expect(named('whole')).toEqual(['bomb-1GB-for-16x16.png', 'full-12000x12000-rgba.png', 'ok.png']);
    for (const [name, text] of outcomes) expect(text, name).toMatch(/^whole$|: (damaged image|too large)[^\n]*$/);
  },
  120_000,
);
