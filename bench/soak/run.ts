import { parseArgs } from 'node:util';
import { openLab, type Lab } from './openLab';
import { rowOf, tableHead, verdictOf, type Census } from './census';

/**
 * `npm run soak`: switches networks, pictures and backends in the lab for ten minutes, or `-- --minutes N`, and counts
 * what is left over. Exits with status 1 if anything is.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`soak: --minutes (got ${values.minutes}, wanted more than 0)`);

/** Small and varied: with and without trained weights, groups, gates and shuffles. */
const networks = [
  'squeezenet-everyday64',
  'shufflenet-v2-everyday64',
  'mobilenet-v3-small-everyday64',
  'shufflenet-v1:groups=8:width=0.25:resolution=64',
  'mobilenet-v1:width=0.25:resolution=64',
  'mobilenet-v2:width=0.35:resolution=96',
] as const;
const sources = ['camera', 'chelsea', 'coffee'] as const;

const lab = await openLab();
try {
  // The first round loads code and kernels, which stay.
  let switches = await round(lab);
  const first = await lab.census();
  const begin = performance.now();
  const table = [tableHead, rowOf('after the first round', first)];
  console.error(table.join('\n'));
  let last: Census = first;
  while (performance.now() - begin < minutes * 60_000) {
    switches += await round(lab);
    last = await lab.census();
    console.error(rowOf(`after ${minutesSince(begin)} min, ${String(switches)} switches`, last));
  }
  table.push(rowOf(`after ${minutesSince(begin)} min more, ${String(switches)} switches in all`, last));
  const { text, isSound } = verdictOf(first, last);
  console.log([...table, '', text].join('\n'));
  process.exitCode = isSound ? 0 : 1;
} finally {
  await lab.close();
}

/** Shows every network on every picture on both backends, opens feature maps, races, and goes back to the start. */
async function round({ show, lookInside, race }: Lab): Promise<number> {
  let switches = 0;
  for (const backend of ['wasm', 'webgpu']) {
    for (const net of networks) {
      for (const source of sources) {
        await show({ backend, net, source });
        switches += 1;
      }
    }
    await lookInside();
  }
  await race(networks.slice(0, 3));
  await show({ backend: 'webgpu', net: networks[0], source: 'coffee' });
  return switches + 3;
}

function minutesSince(beginMs: number): string {
  return ((performance.now() - beginMs) / 60_000).toFixed(1);
}
