import { execFileSync, spawnSync } from 'node:child_process';

/**
 * Lints the files that differ from the main branch: those of this branch's commits, edits and new files. Where nothing
 * differs, lints the files of the last commit.
 */
const candidates: readonly (readonly [base: string | undefined, description: string])[] = [
  [mergeBase(), 'since the main branch'],
  [git('rev-parse', '--verify', '--quiet', 'HEAD~1')[0], 'in the last commit'],
];
const [files, description] = candidates
  .map(([base, description]) => [base === undefined ? [] : changedSince(base), description] as const)
  .find(([files]) => files.length > 0) ?? [[], 'since the main branch or in the last commit'];

console.log(`lintChanged: ${files.length} changed ${description}`);
if (files.length > 0) process.exitCode = lint(files);

/** The commit at which this branch left the main branch, undefined in a clone without one. */
function mergeBase(): string | undefined {
  const mainBranch = ['origin/HEAD', 'origin/main', 'main'].find(
    (name) => git('rev-parse', '--verify', '--quiet', name).length > 0,
  );
  return mainBranch === undefined ? undefined : git('merge-base', 'HEAD', mainBranch)[0];
}

/** The files to lint that were added or changed, committed or not. */
function changedSince(commit: string): readonly string[] {
  const tracked = git('diff', '--name-only', '--diff-filter=d', commit);
  const untracked = git('ls-files', '--others', '--exclude-standard');
  return [...tracked, ...untracked].filter((name) => /\.(tsx?|[cm]?js)$/.test(name));
}

function lint(files: readonly string[]): number {
  const flags = ['--max-warnings', '0', '--no-warn-ignored'];
  return spawnSync('npx', ['eslint', ...flags, ...files], { stdio: 'inherit' }).status ?? 1;
}

/** The lines that git prints, none where it fails. */
function git(...args: readonly string[]): readonly string[] {
  try {
    const output = execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return output.split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}
