import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { conv, input } from '../build';
import { graphOf } from '../graph';
import { catalogue } from '../models/index';
import type { Model } from '../models/model';
import { defaultsOf } from '../parameter';
import { weightTensorsOf } from '../weights/weightTensors';
import { costOf } from './cost';
import { torchModule } from './torch';

/** Debian's python3-torch installs for the system's Python. */
const python = ['/usr/bin/python3', 'python3'].find((path) => spawnSync(path, ['-c', 'import torch']).status === 0);

function built(model: Model, choice = {}) {
  const graph = model.build({ classes: 10, resolution: model.options.resolution.minimum, ...choice });
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

function source(model: Model, choice = {}): string {
  const graph = built(model, choice);
  return torchModule(graph, { id: model.id, options: defaultsOf(model.options), resolution: graph.input.shape.height });
}

describe('the PyTorch module', () => {
  for (const model of catalogue) {
    test(`of ${model.id} has a module at the path of each node with weights, and no others`, () => {
      const modules = [...source(model).matchAll(/^ {8}self\.(\S+) = nn\.(?!Module\(\))/gm)].map(([, path]) => path);
      const weighted = new Set(weightTensorsOf(built(model)).map(({ node }) => node.id));
      expect(modules).toEqual([...weighted]);
    });
  }

  test('pads in the convolution where opposite sides are alike, and before it where they differ', () => {
    const image = input({ height: 8, width: 8, channels: 3 });
    const linesOf = (padding: 'symmetric' | { top: number; bottom: number; left: number; right: number }) => {
      const graph = graphOf(conv('stem', image, { outChannels: 4, kernel: 3, stride: 2, padding }));
      const module = torchModule(graph, { id: 'stem', options: {}, resolution: 8 });
      return [/padding=\(.*?\)/, /stem = self\.stem\(.*\)$/m].map((part) => part.exec(module)?.[0]);
    };
    expect(linesOf('symmetric')).toEqual(['padding=(1, 1)', 'stem = self.stem(input)']);
    // F.pad counts from the last axis: left, right, top, bottom.
    expect(linesOf({ top: 0, bottom: 1, left: 2, right: 2 })).toEqual([
      'padding=(0, 0)',
      'stem = self.stem(F.pad(input, (2, 2, 0, 1), value=0.0))',
    ]);
  });

  test.skipIf(python === undefined)(
    'counts the same params and gives 1 x classes in PyTorch (skipped without python3-torch)',
    () => {
      const files = catalogue.map((model) => ({ code: source(model), resolution: built(model).input.shape.height }));
      const script = `
import json, sys, torch
for file in json.load(sys.stdin):
    scope = {}
    exec(file['code'], scope)
    with torch.no_grad():
        network = scope['Network']().eval()
        logits = network(torch.zeros(1, 3, file['resolution'], file['resolution']))
    print(json.dumps([sum(p.numel() for p in network.parameters()), list(logits.shape)]))`;
      const { stdout, stderr } = spawnSync(python ?? '', ['-c', script], {
        input: JSON.stringify(files),
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      const results: unknown[] = stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
      expect(results).toEqual(catalogue.map((model) => [costOf(built(model)).params, [1, 10]]));
    },
    120_000,
  );
});
