import { medianOf } from '../src/nets/measurements/spread';
import type { Runtime } from './page/contestant';
import { largestDifference, ratioTo, verdictsOf, type ContestantTimes, type Measurement } from './summary';

/** The machine that ran the benchmark, without any names. */
export type Machine = {
  readonly cores: number;
  readonly memoryGb: number;
  readonly browser: string;
  readonly adapter: string | null;
  readonly versions: Readonly<Record<string, string>>;
};

const runtimeNames: Readonly<Record<Runtime, string>> = {
  ours: 'Featherweight',
  stock: 'tfjs, op by op',
  graphModel: 'tfjs GraphModel',
  onnxruntime: 'onnxruntime-web',
};

const peers = ['stock', 'graphModel', 'onnxruntime'] as const;

/** A row for each network, backend and thread count: median milliseconds, then our time as a share of each peer's. */
export function tableOf(measurements: readonly Measurement[]): string {
  const head = ['network', 'on', ...Object.values(runtimeNames), ...peers.map((peer) => `/ ${runtimeNames[peer]}`)];
  const rows = measurements.map((measurement) => [
    measurement.network,
    placeOf(measurement),
    ...(['ours', ...peers] as const).map((runtime) => timeText(measurement, runtime)),
    ...peers.map((peer) => ratioText(ratioTo(peer, measurement))),
  ]);
  return markdownTable([head, ...rows], 2);
}

/** Which targets are met, with the target and the measured ratio. */
export function verdictTable(measurements: readonly Measurement[]): string {
  const rows = verdictsOf(measurements).map(({ network, backend, threads, peer, ratio, measured, isMet }) => [
    network,
    placeOf({ backend, threads }),
    runtimeNames[peer],
    `≤ ${ratio.toFixed(2)}`,
    ratioText(measured),
    isMet ? 'met' : 'missed',
  ]);
  return markdownTable([['network', 'on', 'against', 'target', 'measured', 'verdict'], ...rows], 3);
}

/** Time that a WebGPU frame takes on the issuing thread, while the device computes on its own. */
function scriptTable(measurements: readonly Measurement[]): string {
  const rows = measurements
    .filter(({ backend }) => backend === 'webgpu')
    .map((measurement) => [
      measurement.network,
      String(measurement.dispatches),
      scriptText(contestantOf(measurement, 'ours')?.script?.frameMs),
      ...(['ours', 'stock', 'graphModel'] as const).map((runtime) =>
        scriptText(contestantOf(measurement, runtime)?.script?.issueMs),
      ),
    ]);
  const { ours, stock, graphModel } = runtimeNames;
  return markdownTable(
    [['network', 'dispatches', `${ours}, camera frame`, `${ours}, values`, stock, graphModel], ...rows],
    1,
  );
}

function scriptText(timesMs: readonly number[] | undefined): string {
  return timesMs === undefined || timesMs.length === 0 ? '—' : medianOf(timesMs).toFixed(1);
}

/** The text of RESULTS.md around the hand-written remarks. */
export function reportOf(machine: Machine, measurements: readonly Measurement[], remarks: string): string {
  const { cores, memoryGb, browser, adapter, versions } = machine;
  const rounds = measurements.map(({ network, contestants, ...place }) => {
    return `${network} ${placeOf(place)}: ${contestants[0]?.timesMs.length ?? 0}`;
  });
  return [
    '# Side by side',
    '`npm run bench` wrote this: the same graph with the same random weights at 224 × 224, from the values of an image to the logits in JavaScript, each contestant in a worker of its own, one after the other round by round. Times are medians in milliseconds; a ratio is the median over the rounds of Featherweight’s time over the peer’s in the same round, so below 1 Featherweight is faster.',
    `Machine: ${cores} cores, ${memoryGb} GB of memory. Browser: ${browser}, headless. WebGPU adapter: ${adapter ?? 'none'}. ${Object.entries(
      versions,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    tableOf(measurements),
    '## Targets',
    verdictTable(measurements),
    remarks,
    ...(measurements.some(({ backend }) => backend === 'webgpu')
      ? [
          '## JavaScript per frame on WebGPU',
          `Milliseconds of the worker’s thread until every command of a frame is issued, and Featherweight’s dispatches; a camera’s frame of 640 × 480 has two more. Medians of 5 to 50 runs: as many as fit into three seconds.`,
          scriptTable(measurements),
        ]
      : []),
    '## Are they the same network?',
    `The largest difference of any logit from the op-by-op run, as a share of the largest logit; more than ${largestDifference} is refused.`,
    differenceTable(measurements),
    `Rounds: ${rounds.join('; ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function differenceTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => [
    measurement.network,
    placeOf(measurement),
    ...(['ours', 'graphModel', 'onnxruntime'] as const).map(
      (runtime) => contestantOf(measurement, runtime)?.difference.toExponential(1) ?? '—',
    ),
  ]);
  return markdownTable(
    [['network', 'on', runtimeNames.ours, runtimeNames.graphModel, runtimeNames.onnxruntime], ...rows],
    2,
  );
}

function placeOf({ backend, threads }: Pick<Measurement, 'backend' | 'threads'>): string {
  return backend === 'webgpu' ? 'WebGPU' : `WebAssembly, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
}

function contestantOf({ contestants }: Measurement, runtime: Runtime): ContestantTimes | undefined {
  return contestants.find((contestant) => contestant.runtime === runtime);
}

function timeText(measurement: Measurement, runtime: Runtime): string {
  const times = contestantOf(measurement, runtime)?.timesMs ?? [];
  return times.length === 0 ? '—' : medianOf(times).toFixed(1);
}

function ratioText(ratio: number): string {
  return Number.isNaN(ratio) ? '—' : ratio.toFixed(2);
}

/** @param texts number of text columns on the left; the rest are numbers and align right */
function markdownTable([head = [], ...rows]: readonly (readonly string[])[], texts: number): string {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(({ length }) => length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => aligned(cell, widths[column] ?? 0, column < texts)).join(' | ')} |`;
  const rule = widths.map((width, column) => (column < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function aligned(text: string, width: number, isLeft: boolean): string {
  const space = ' '.repeat(width - text.length);
  return isLeft ? text + space : space + text;
}
