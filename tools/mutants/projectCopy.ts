import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of what git knows of the project, with the same packages, in a new folder. */
export interface ProjectCopy {
  readonly folder: string;
  remove(): void;
}

/** Copies the project in `root`, edits included. */
export function copyProject(root: string): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'featherweight-mutants-'));
  for (const name of projectFiles(root)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name), { force: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}

/** The names of all files that git knows or would add, from `root`. */
export function projectFiles(root: string): readonly string[] {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const names = execFileSync('git', words, { cwd: root, encoding: 'utf8' });
  return names.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
}
