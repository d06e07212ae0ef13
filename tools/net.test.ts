import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

function net(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, ['--import', 'tsx', 'tools/net.ts', ...args], { encoding: 'utf8' });
}

function json(...args: string[]): unknown {
  return JSON.parse(net(...args, '--json').stdout);
}

/** A matcher, typed as the value that it matches. */
function containing(value: object): unknown {
  return expect.objectContaining(value);
}

function including(values: readonly unknown[]): unknown {
  return expect.arrayContaining([...values]);
}

describe('net', () => {
  test('list names every network with its options and defaults', () => {
    expect(json('list')).toContainEqual(
      containing({
        id: 'shufflenet-v1',
        year: 2017,
        options: containing({ groups: { kind: 'choice', default: 3, values: [1, 2, 3, 4, 8] } }),
      }),
    );
  });

  test('cost --json prints one value in the documented form', () => {
    expect(json('cost', 'mobilenet-v2', '--width', '1')).toMatchObject({
      id: 'mobilenet-v2',
      options: { width: 1 },
      input: [224, 224, 3],
      params: 3504872,
      paramsWithoutNorm: 3470760,
      macs: 300774272,
      layers: including([
        {
          id: 'stem.conv',
          kind: 'conv',
          kernel: [3, 3],
          stride: 2,
          groups: 1,
          inChannels: 3,
          outChannels: 32,
          output: [112, 112, 32],
          params: 864,
          macs: 10838016,
          memoryAccess: 224 * 224 * 3 + 112 * 112 * 32 + 864,
        },
      ]),
    });
  });

  test('table ends in the totals', () => {
    expect(net('table', 'alexnet').stdout).toMatch(/^total +60,965,224 +724,406,816/m);
  });

  test('torch accepts options and defines the network', () => {
    const { stdout } = net('torch', 'mobilenet-v2', '--classes', '64');
    expect(stdout).toContain('class Network(nn.Module):');
    expect(stdout).toContain('self.classifier = nn.Linear(1280, 64, bias=True)');
  });

  test.each([
    [
      ['cost', 'shufflenet-v1', '--groups', '7'],
      'shufflenet-v1: groups: no such value (got 7, wanted 1, 2, 3, 4 or 8)',
    ],
    [['cost', 'resnet'], 'network: no such id (got resnet, wanted squeezenet'],
    [['cost', 'mobilenet-v2', '--width'], '--width: has no value'],
    [['cost'], 'cost: takes one network id'],
    [['draw'], 'net: no such verb (wanted list, cost, table, torch'],
  ])('%j exits 2 with one line that says what would be right', (args, sentence) => {
    const { status, stdout, stderr } = net(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a name with control characters is shown with their escapes', () => {
    expect(net('cost', '\u001b[31mred\nnet').stderr).toContain(String.raw`(got \u001b[31mred\u000anet, wanted`);
  });

  test('a folder that cannot be written is named', () => {
    const weights = 'public/weights/shufflenet-v2-everyday64';
    const from = [`${weights}/weights.safetensors`, '--net', 'shufflenet-v2', '--labels', `${weights}/labels.json`];
    const { status, stderr } = net('convert', ...from, '--out', 'package.json/mine');
    expect(stderr).toBe('package.json/mine: cannot be written: not a folder (ENOTDIR)\n');
    expect(status).toBe(2);
  });

  test.skipIf(!existsSync('/dev/full'))('output that cannot be written is told', () => {
    const full = openSync('/dev/full', 'w');
    const line = ['--import', 'tsx', 'tools/net.ts', 'torch', 'squeezenet'];
    const { status, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect(stderr).toMatch(/^standard output: cannot be written \(ENOSPC/);
    expect(status).toBe(2);
  });
});
