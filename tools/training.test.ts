import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('..', import.meta.url));
const run = (python: string, ...words: string[]) => spawnSync(python, words, { cwd: project, encoding: 'utf8' });
// Debian installs PyTorch for its own Python, which another Python may hide in the path.
const python = ['python3', '/usr/bin/python3'].find((name) => run(name, '-c', 'import torch, numpy, PIL').status === 0);

test.skipIf(python === undefined)(
  'the tests of training pass, where PyTorch is installed',
  () => {
    const { status, stderr } = run(python ?? '', '-m', 'unittest', 'training.test_training');
    expect(stderr).toMatch(/Ran \d+ tests/);
    expect(status, stderr).toBe(0);
  },
  300_000,
);
