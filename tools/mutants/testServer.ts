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
  void run(words).then((failed) => process.send?.(failed === undefined ? 'passed' : `failed ${failed}`));
});

/** Runs tests after the first file has changed; the name of the first that failed. */
async function run([changed = '', ...tests]: readonly string[]): Promise<string | undefined> {
  const root = `${process.cwd()}/`;
  vitest.invalidateFile(root + changed);
  vitest.state.filesMap.clear();
  const wanted = tests.flatMap((name) => vitest.getModuleSpecifications(root + name));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted);
  const failed = testModules.find((module) => module.state() === 'failed');
  if (failed !== undefined) return failed.moduleId.replace(root, '');
  return unhandledErrors.length > 0 ? tests[0] : undefined;
}
