import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder that `isWanted` takes, by its path in the folder with `/` between its parts. */
export function filesOf(
  folder: string,
  isWanted: (path: string) => boolean = () => true,
): Readonly<Record<string, Uint8Array>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => path.replaceAll('\\', '/'))
      .filter(isWanted)
      .map((path) => [path, readFileSync(join(folder, path))]),
  );
}
