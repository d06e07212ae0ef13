import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { medianOf } from '../src/nets/measurements/spread';
import { findChromium } from './findChromium';
import { appServer } from './hosting/appServer';

const version = '13.5.0';
const pages = ['#/', '#/mobilenet-v2', '#/shufflenet-v2'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * `npm run lighthouse` after the build: serves `dist` and prints the four scores of the start page and two chapters, each the
 * median of three runs with the preset for desktops, and every audit that keeps a score down. Lighthouse comes by `npx`: with
 * its 114 packages it is too large for a development dependency.
 */
async function lighthouse(): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('dist holds no app; build it first: npm run build');
  const server = appServer('dist');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  const failed: string[] = [];
  for (const page of pages) {
    const reports: Report[] = [];
    for (let run = 0; run < 3; run += 1) reports.push(await reportOf(`http://127.0.0.1:${port}/${page}`));
    const scores = categories.map((category) => {
      const score = Math.round(100 * medianOf(reports.map(({ scores: each }) => each[category])));
      if (score < (category === 'performance' ? 95 : 100)) failed.push(`${page} ${category} ${score}`);
      return `${category} ${score}`;
    });
    console.log(`${page.padEnd(18)} ${scores.join('  ')}`);
    for (const audit of new Set(reports.flatMap(({ audits }) => audits))) console.log(`  ${audit}`);
  }
  server.close();
  if (failed.length > 0) {
    console.error(`lighthouse: wanted performance of at least 95 and the rest 100 (got ${failed.join(', ')})`);
    process.exitCode = 1;
  }
}

type Report = {
  readonly scores: Readonly<Record<(typeof categories)[number], number>>;
  readonly audits: readonly string[];
};

/** One run on one page, once more where Chromium's trace began after the page. `audits`: those that count and are not passed. */
async function reportOf(url: string): Promise<Report> {
  try {
    return await runOn(url);
  } catch (error) {
    if (error instanceof Error && error.message.includes('NO_NAVSTART')) return runOn(url);
    throw error;
  }
}

async function runOn(url: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const file = join(folder, 'report.json');
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking';
  const options = ['--preset=desktop', '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`];
  try {
    await promisify(execFile)('npx', ['--yes', `lighthouse@${version}`, url, ...options], {
      env: { ...process.env, CHROME_PATH: findChromium() },
      maxBuffer: 2 ** 24,
    });
    return parseReport(JSON.parse(readFileSync(file, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parseReport(report: unknown): Report {
  const parts = recordAt(report, 'categories');
  const audits = recordAt(report, 'audits');
  const scoreOf = (category: string) => numberAt(recordAt(parts, category), 'score');
  const failed = categories.flatMap((category) => {
    const references: unknown = recordAt(parts, category)['auditRefs'];
    if (!Array.isArray(references)) throw new TypeError(`lighthouse: ${category} lists no audits`);
    return references.flatMap((reference: unknown) => {
      const id = String(recordOf(reference)['id']);
      const { score, title, displayValue } = recordAt(audits, id);
      const counts = numberAt(recordOf(reference), 'weight') > 0;
      if (!counts || typeof score !== 'number' || score >= 0.9) return [];
      return [`${category}: ${String(title)} ${typeof displayValue === 'string' ? displayValue : ''}`.trim()];
    });
  });
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    audits: failed,
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('lighthouse: its report is not as expected');
  return Object.fromEntries(Object.entries(value));
}

function recordAt(value: unknown, name: string): Readonly<Record<string, unknown>> {
  return recordOf(recordOf(value)[name]);
}

function numberAt(record: Readonly<Record<string, unknown>>, name: string): number {
  const value = record[name];
  if (typeof value !== 'number') throw new TypeError(`lighthouse: ${name} is no number (got ${String(value)})`);
  return value;
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address;
  throw new TypeError(`lighthouse: no port to listen on (got ${String(address)})`);
}

await lighthouse();
