import { createVitest } from 'vitest/node';

/**
 * A process that keeps vitest open in a copy of the project, since opening it takes longer than most tests: told which
 * file has changed and which tests to run, it answers whether one failed.
 */
process.env['CI'] = 'true'; // Writes no golden file.
const vitest = await createVitest('test', {
  watch: false,
  bail: 1,
  maxWorkers: 1,
  fileParallelism: false,
  // A busy machine is not a failure.
  testTimeout: 200_000,
  hookTimeout: 200_000,
  reporters: [{}],
});
await vitest.globTestSpecifications();
process.send?.('ready');

process.on('message', (message) => {
  const words = Array.isArray(message) ? message.map(String) : [];
  void run(words).then((failed) => process.send?.(failed ? 'failed' : 'passed'));
});

async function run([changed = '', ...tests]: readonly string[]): Promise<boolean> {
  vitest.invalidateFile(`${process.cwd()}/${changed}`);
  const wanted = tests.flatMap((name) => vitest.getModuleSpecifications(`${process.cwd()}/${name}`));
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted);
  return unhandledErrors.length > 0 || testModules.some((module) => module.state() === 'failed');
}
