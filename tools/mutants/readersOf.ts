import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** Finds the tests that import a file, directly or through others. */
export type ReadersOf = (path: string) => readonly string[];

/**
 * `readersOf(path)` lists the test files among `names` (from `root`) that can notice a change of the file, those that
 * import it through the fewest others first.
 */
export function openReaders(root: string, names: readonly string[]): ReadersOf {
  const importers = new Map<string, string[]>();
  for (const name of names.filter((name) => /\.tsx?$/.test(name))) {
    for (const imported of importsOf(root, name)) {
      const others = importers.get(imported);
      if (others === undefined) importers.set(imported, [name]);
      else others.push(name);
    }
  }
  return (path) => {
    const found = new Set([path]);
    // A set iterates over what is added meanwhile: nearest first.
    for (const name of found) for (const importer of importers.get(name) ?? []) found.add(importer);
    return [...found].filter((name) => name.includes('.test.'));
  };
}

function importsOf(root: string, name: string): readonly string[] {
  const text = readFileSync(join(root, name), 'utf8');
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .flatMap(({ fileName }) => {
      const path = normalize(join(dirname(name), fileName));
      const found = [path, `${path}.ts`, `${path}.tsx`].find(
        (candidate) => /\.tsx?$/.test(candidate) && existsSync(join(root, candidate)),
      );
      return found ?? [];
    });
}
