import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
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
