import { describe, expect, it } from 'vitest';
import { variantsOf } from '../../nets/explorables/guidelineExperiments';
import { valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { servedStub } from '../worker/fixtures/servedStub';
import { timeExperiment } from './timeExperiment';
import { runLayersTask } from './layersTask';

describe('an experiment', () => {
  it('times every network once a round, reports every round, and leaks no tensor', async () => {
    const executor = await wasmExecutor();
    const setting = { channelsOf: 'arm', factor: 1, resolution: 7, blocks: 1 } as const;
    const graphs = variantsOf('g1', setting).map(({ graph }) => graph);
    const told: string[] = [];
    const samples = valueOf(
      await timeExperiment(executor, graphs, {
        ...{ rounds: 2, served: servedStub },
        onProgress: (done, total, sofar) => told.push(`${String(done)}/${String(total)}:${String(sofar[3]?.length)}`),
      }),
    );
    expect(samples.map((sample) => sample.length)).toEqual([2, 2, 2, 2]);
    expect(samples.flat().every((ms) => ms > 0)).toBe(true);
    expect(told).toEqual(['1/6:0', '2/6:0', '3/6:0', '4/6:0', '5/6:1', '6/6:2']);
    expect(executor.memory().tensors).toBe(0);
  });
});

describe('measuring layers', () => {
  it('refuses a network that does not exist, naming the allowed values', async () => {
    const task = { network: 'shufflenet-v1:groups=7', method: 'auto', rounds: 1 } as const;
    const refused = await runLayersTask(await wasmExecutor(), task, {
      tell: () => undefined,
      served: servedStub,
    });
    expect(JSON.stringify(refused)).toMatch(/badNetwork.*groups.*wanted/);
  });
});
