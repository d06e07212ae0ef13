import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Mutant } from './mutantsOf';
import { mutated } from './mutantsOf';

/** Who noticed a mutant first: a test near it, one that imports it through others, or whoever waits for the end. */
export type Outcome = 'near' | 'far' | 'clock' | 'nobody';

/** Longer than the tests of any file take on a busy machine: a mutant that runs on never ends. */
const limitMs = 240_000;
const nearCount = 5;

type Answer = 'passed' | 'late' | { readonly failed: string };

/** Tests mutants in a copy of the project, one after another. */
export interface MutantTester {
  test(mutant: Mutant, tests: readonly string[]): Promise<Outcome>;
  close(): void;
}

/** A tester in the copy in `folder`. */
export function openTester(folder: string): MutantTester {
  let server: ChildProcess | undefined;
  /** Tests that were seen to pass without a mutant. */
  const sound = new Set<string>();
  const close = () => {
    // The group: a worker in an endless loop outlives the process that started it.
    if (server?.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
    server = undefined;
  };
  const run = async (changed: string, tests: readonly string[]): Promise<Answer> => {
    server ??= await startServer(folder);
    server.send([changed, ...tests]);
    const answer = await answerOf(server);
    if (answer === 'late') close();
    return answer;
  };
  return {
    close,
    async test(mutant, tests) {
      const path = `${folder}/${mutant.path}`;
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, mutated(text, mutant));
      const parts = [tests.slice(0, nearCount), tests.slice(nearCount)].filter((part) => part.length > 0);
      let noticed: Exclude<Answer, 'passed'> | undefined;
      let part = 0;
      for (; part < parts.length && noticed === undefined; part += 1) {
        const answer = await run(mutant.path, parts[part] ?? []);
        if (answer !== 'passed') noticed = answer;
      }
      writeFileSync(path, text);
      if (noticed === 'late') return 'clock';
      const doubtful = noticed === undefined || sound.has(noticed.failed) ? [] : [noticed.failed];
      const after = await run(mutant.path, doubtful);
      if (after !== 'passed') throw new Error(`${doubtful.join('')}: fails without a mutant, too`);
      for (const name of doubtful) sound.add(name);
      if (noticed === undefined) return 'nobody';
      return part === 1 ? 'near' : 'far';
    },
  };
}

async function startServer(folder: string): Promise<ChildProcess> {
  const words = ['--import', 'tsx', 'tools/mutants/testServer.ts'];
  const server = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true,
  });
  const answer = await answerOf(server);
  if (answer === 'late') throw new Error(`startServer: ${folder}: vitest did not start (see above)`);
  return server;
}

/** What the server says next; `late` when it says nothing in time or has ended. */
async function answerOf(server: ChildProcess): Promise<Answer> {
  const limit = new AbortController();
  const clock = setTimeout(() => limit.abort(), limitMs);
  const { signal } = limit;
  try {
    const [answer] = await Promise.race([
      wordsOf(once(server, 'message', { signal })),
      wordsOf(once(server, 'exit', { signal })),
    ]);
    if (typeof answer !== 'string') return 'late';
    return answer.startsWith('failed ') ? { failed: answer.slice('failed '.length) } : 'passed';
  } catch {
    return 'late';
  } finally {
    clearTimeout(clock);
    limit.abort();
  }
}

async function wordsOf(event: Promise<unknown[]>): Promise<readonly unknown[]> {
  return event;
}
