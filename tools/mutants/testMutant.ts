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

/** Tests mutants in a copy of the project, one after another. */
export interface MutantTester {
  test(mutant: Mutant, tests: readonly string[]): Promise<Outcome>;
  close(): void;
}

/** A tester in the copy in `folder`. */
export function openTester(folder: string): MutantTester {
  let server: ChildProcess | undefined;
  const close = () => {
    // The group: a worker in an endless loop outlives the process that started it.
    if (server?.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
    server = undefined;
  };
  const run = async (changed: string, tests: readonly string[]): Promise<'passed' | 'failed' | 'late'> => {
    if (tests.length === 0) return 'passed';
    server ??= await startServer(folder);
    server.send([changed, ...tests]);
    const answer = await answerOf(server);
    // Modules that threw while they were loaded, or a worker that died, may leave the server in any state.
    if (answer === 'late') close();
    return answer;
  };
  return {
    close,
    async test(mutant, tests) {
      const path = `${folder}/${mutant.path}`;
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, mutated(text, mutant));
      try {
        const near = await run(mutant.path, tests.slice(0, nearCount));
        if (near !== 'passed') return near === 'failed' ? 'near' : 'clock';
        const far = await run(mutant.path, tests.slice(nearCount));
        if (far !== 'passed') return far === 'failed' ? 'far' : 'clock';
        return 'nobody';
      } finally {
        writeFileSync(path, text);
        if (server !== undefined) server.send([mutant.path]);
        if (server !== undefined) await answerOf(server);
      }
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
async function answerOf(server: ChildProcess): Promise<'passed' | 'failed' | 'late'> {
  const limit = new AbortController();
  const clock = setTimeout(() => limit.abort(), limitMs);
  const { signal } = limit;
  try {
    const [answer] = await Promise.race([
      wordsOf(once(server, 'message', { signal })),
      wordsOf(once(server, 'exit', { signal })),
    ]);
    return answer === 'failed' ? 'failed' : typeof answer === 'string' ? 'passed' : 'late';
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
