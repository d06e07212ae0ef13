import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import packageJson from '../package.json' with { type: 'json' };
import { measure, type Heat } from './measure';
import { benchNetworks } from '../src/run/measure/benchNetworks';
import { openBench } from './openBench';
import { reportOf, tableOf, verdictTable } from './report';
import type { Measurement } from './summary';

/**
 * `npm run bench`: times all runtimes side by side in headless Chromium. Options after `--`: `--only wasm|webgpu`,
 * `--rounds N` (for WebAssembly; WebGPU runs a fifth as many), `--gpu` for the machine's graphics processor instead of
 * the software adapter, `--out FILE`.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    gpu: { type: 'boolean', default: false },
    out: { type: 'string', default: 'bench/RESULTS.md' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`bench: --rounds (got ${values.rounds}, wanted 1 or more)`);

const opened = await openBench(values.gpu ? 'any' : 'software');
try {
  const { cores, adapter, isIsolated } = await opened.withPage((page) => page.evaluate(() => window.bench.machine()));
  if (!isIsolated) throw new Error('bench: the page is not cross-origin isolated, so WebAssembly has no threads');
  const measurements: Measurement[] = [];
  for (const heat of heats(cores, adapter !== null)) {
    const measurement = await opened.withPage((page) =>
      measure(page, heat, (message) => console.error(`bench: ${message}`)),
    );
    measurements.push(measurement);
    console.error(tableOf([measurement]));
  }
  console.log(`${tableOf(measurements)}\n\n${verdictTable(measurements)}`);
  const { '@tensorflow/tfjs': tfjs, 'onnxruntime-web': onnxruntime } = packageJson.devDependencies;
  const machine = {
    cores,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    browser: opened.browser,
    adapter,
    versions: { tfjs, 'onnxruntime-web': onnxruntime },
  };
  writeFileSync(values.out, reportOf(machine, measurements, remarksIn(values.out)));
} finally {
  await opened.close();
}

/** WebAssembly on one thread, then on a thread per core (at most 4), then WebGPU. */
function heats(cores: number, hasWebgpu: boolean): readonly Heat[] {
  const threads = [...new Set([1, Math.min(4, cores)])];
  const wasm = threads.flatMap((count) =>
    benchNetworks.map((network) => ({ network, backend: 'wasm', threads: count, rounds }) as const),
  );
  const webgpu = benchNetworks.map(
    (network) => ({ network, backend: 'webgpu', threads: 0, rounds: Math.ceil(rounds / 5) }) as const,
  );
  return [...(values.only === 'webgpu' ? [] : wasm), ...(values.only === 'wasm' || !hasWebgpu ? [] : webgpu)];
}

/** The hand-written remarks in an earlier report, kept when it is rewritten. */
function remarksIn(file: string): string {
  if (!existsSync(file)) return '';
  const [, remarks = ''] = /\n(## Remarks\n[^]*?)\n\n## /.exec(readFileSync(file, 'utf8')) ?? [];
  return remarks;
}
