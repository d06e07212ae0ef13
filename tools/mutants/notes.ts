import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Outcome } from './testMutant';

/** What is known of a mutant: the compiler refuses it, it compiles, or how its tests came out. */
export type Knowledge = 'refused' | 'compiles' | Outcome;

/** What earlier runs have found, by a key of each mutant; a line each in a file that only grows. */
export interface Notes {
  of(key: string): Knowledge | undefined;
  write(key: string, knowledge: Knowledge): void;
}

const known: ReadonlyMap<string, Knowledge> = new Map(
  (['refused', 'compiles', 'near', 'far', 'clock', 'nobody'] as const).map((word) => [word, word]),
);

/**
 * Opens the notes in the file at `path`.
 * @param tests changes with every change of a test: what nobody noticed is then open again
 */
export function openNotes(path: string, tests: string): Notes {
  mkdirSync(dirname(path), { recursive: true });
  const notes = new Map<string, Knowledge>();
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const [key = '', withTests, word = ''] = line.split(' ');
    const knowledge = known.get(word);
    if (knowledge !== undefined) notes.set(key, knowledge === 'nobody' && withTests !== tests ? 'compiles' : knowledge);
  }
  return {
    of: (key) => notes.get(key),
    write(key, knowledge) {
      notes.set(key, knowledge);
      appendFileSync(path, `${key} ${tests} ${knowledge}\n`);
    },
  };
}
