import { expect, test } from 'vitest';
import { deviceTurns } from './deviceTurns';

test('frames are issued without waiting for each other, and other work waits for all of them', async () => {
  const turns = deviceTurns();
  const events: string[] = [];
  const frame = (name: string, ms: number) =>
    turns.issued(async () => {
      events.push(`${name} issued`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      events.push(`${name} done`);
    });
  const alone = (name: string) =>
    turns.alone(() => {
      events.push(name);
      return Promise.resolve(name);
    });
  const all = [alone('load'), frame('first', 8), frame('second', 2), alone('unload'), frame('third', 1)];
  await Promise.all(all);
  expect(events).toEqual([
    'load',
    'first issued',
    'second issued',
    'second done',
    'first done',
    'unload',
    'third issued',
    'third done',
  ]);
});

test('failed work does not stop the next', async () => {
  const turns = deviceTurns();
  const failing = turns.alone(() => Promise.reject(new Error('no')));
  const frame = turns.issued(() => Promise.reject(new Error('lost')));
  const next = turns.alone(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('no');
  await expect(frame).rejects.toThrow('lost');
  expect(await next).toBe('done');
});
