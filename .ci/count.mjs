// Adds up the Vitest and Playwright reports named as arguments, and skips missing files.
import { existsSync, readFileSync } from 'node:fs';

const total = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2).filter((path) => existsSync(path))) {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const counts = report.stats === undefined ? ofVitest(report) : ofPlaywright(report.stats);
  for (const outcome of Object.keys(total)) total[outcome] += counts[outcome];
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

function ofVitest(report) {
  // A test file that fails to load reports no tests, but counts as a failure.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function ofPlaywright(stats) {
  // A flaky test failed before it passed, so it counts as failed.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
