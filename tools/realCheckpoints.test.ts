import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { parseArguments } from './arguments';
import { classifyText } from './classify';
import interpreterGuesses from './fixtures/tfliteGuesses.json';

const shared = fileURLToPath(new URL('../../shared/fixtures/', import.meta.url));

const files = [
  ['mobilenet_v1_0.25_128_quant.tflite', 'mobilenet-v1'],
  ['mobilenet_v1_0.5_160_quant.tflite', 'mobilenet-v1'],
  ['mobilenet_v1_0.75_192_quant.tflite', 'mobilenet-v1'],
  ['mobilenet_v2_1.0_224_quant.tflite', 'mobilenet-v2'],
] as const;

const cat = ['tabby', 'tiger cat', 'Egyptian cat', 'Persian cat', 'Siamese cat'];

vi.setConfig({ testTimeout: 60_000 });

// Networks trained on ImageNet by their authors, with photographs: too large for this repository.
describe.skipIf(!existsSync(`${shared}tflite`))('the published TensorFlow Lite files beside the repository', () => {
  describe.each(files)('%s', (name, id) => {
    // TensorFlow Lite computes in 8 bits, which changes a probability by up to 0.08 here, usually by less than 0.02.
    test('gives the probabilities of the TensorFlow Lite interpreter', async () => {
      for (const [photo, guesses] of Object.entries(interpreterGuesses[name])) {
        const top = await classified(id, name, photo, 1001);
        const probabilities = new Map(top.map(({ index, probability }) => [index, probability]));
        expect(top[0]?.index, photo).toBe(guesses[0]?.index);
        for (const { index, probability } of guesses) {
          expect(Math.abs((probabilities.get(index) ?? 0) - probability), `${photo} ${index}`).toBeLessThan(0.1);
        }
      }
    });

    // The smallest network sees a gecko in the hot dog; so it does in TensorFlow Lite.
    const photos = [
      ['cat_720p.jpg', cat],
      ['chelsea.png', cat],
      ['parrot.jpg', ['macaw']],
      ...(name.includes('0.25') ? [] : [['hot_dog.jpg', ['hotdog']] as const]),
    ] as const;
    test.each(photos)('sees in %s one of %j', async (photo, wanted) => {
      const top = await classified(id, name, photo, 3);
      expect(wanted.some((label) => top.some((guess) => namesOf(guess).includes(label)))).toBe(true);
    });

    // It is a burrowing owl. ImageNet only has the great grey owl, and these networks see another bird.
    test.runIf(name.includes('v2'))('has the owl among its first ten', async () => {
      const top = await classified(id, name, 'owl.jpg', 10);
      expect(top.flatMap(namesOf)).toContain('great grey owl');
    });
  });
});

/** Some of these files have labels of their own behind their bytes: `hotdog, hot dog, red hot`. */
function namesOf({ label }: Guess): readonly string[] {
  return label.split(', ');
}

type Guess = { readonly index: number; readonly label: string; readonly probability: number };

async function classified(id: string, name: string, photo: string, count: number): Promise<readonly Guess[]> {
  const line = [
    id,
    '--weights',
    `${shared}tflite/${name}`,
    '--top',
    String(count),
    '--json',
    `${shared}photos/${photo}`,
  ];
  const args = parseArguments(line);
  const result = args.ok ? await classifyText(args.value) : args;
  if (!result.ok) throw new Error(result.error);
  const entries: unknown = JSON.parse(result.value);
  return Array.isArray(entries) ? entries.filter(isEntry).flatMap(({ top }) => top) : [];
}

function isEntry(entry: unknown): entry is { readonly top: readonly Guess[] } {
  return typeof entry === 'object' && entry !== null && 'top' in entry && Array.isArray(entry.top);
}
