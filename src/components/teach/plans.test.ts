import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { taskOfCode } from '../../classroom/task';
import { inventoryTask } from './inventoryTask';
import { addressOf, plans } from './plans';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const pagesTable = read('components/app/pages.ts');

/** Folders of chapters by their address. */
const folders: Readonly<Record<string, string>> = {
  '/counting': 'counting',
  '/squeezenet': 'squeezeNet',
  '/xception': 'xception',
  '/mobilenet-v1': 'mobileNetV1',
  '/shufflenet-v1': 'shuffleNetV1',
  '/mobilenet-v2': 'mobileNetV2',
  '/shufflenet-v2': 'shuffleNetV2',
  '/mobilenet-v3': 'mobileNetV3',
  '/summary': 'summary',
};

function sourceOf(path: string): string {
  const folder = `components/chapters/${folders[path] ?? ''}/`;
  return readdirSync(new URL(folder, root))
    .map((name) => read(folder + name))
    .join('\n');
}

const shown = plans.flatMap(({ rows }) => rows.flatMap(({ show }) => show));

test('every link of a plan opens a page that exists', () => {
  for (const { path } of shown) expect(pagesTable).toContain(`path: '${path}'`);
});

test('every screen of a plan is a section of its chapter, with its question or figure', () => {
  for (const { path, screen } of shown) {
    if (screen === undefined) continue;
    const [section = '', part = ''] = screen.split('.');
    if (section === 'key-points') continue;
    const source = sourceOf(path);
    expect([path, section, source.includes(`<Section id="${section}"`) || source.includes(`id="${section}"`)]).toEqual([
      path,
      section,
      true,
    ]);
    if (/^p\d$/.test(part))
      expect([path, part, source.includes(`id: '${path.slice(1)}/${part}'`)]).toEqual([path, part, true]);
  }
});

test('a plan begins at 0, goes on, and ends within its minutes', () => {
  for (const { minutes, rows } of plans) {
    const marks = rows.map(({ minute }) => minute);
    expect(marks[0]).toBe(0);
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    expect(marks.at(-1)).toBeLessThan(minutes);
  }
});

test('a link opens the section to read, or the screen to show, with the values of the row', () => {
  const fire = shown.find(({ screen }) => screen === 'fire-module.fire');
  expect(fire && addressOf(fire, 'page')).toBe('/squeezenet?fire.squeeze=16&at=fire-module');
  expect(fire && addressOf(fire, 'screen')).toBe('/squeezenet?fire.squeeze=16&present=fire-module.fire');
});

test('the inventory is given by a draft of its task: all ten items, or those of the row', () => {
  const draftOf = (address: string) => taskOfCode(address.replace('/task?draft=', ''));
  const all = draftOf(inventoryTask({ when: 'after' }, 'Concepts'));
  expect(all.ok && all.value).toMatchObject({ kind: 'inventory', title: 'Concepts', when: 'after' });
  const rows = shown.flatMap(({ given }) => (given === undefined ? [] : [draftOf(inventoryTask(given, 'Row'))]));
  expect(rows.map((task) => task.ok && task.value.kind === 'inventory' && [task.value.when, task.value.items])).toEqual(
    [
      ['after', [6]],
      ['before', [3, 4, 5, 6, 10]],
      ['after', [3, 4, 5, 6, 10]],
    ],
  );
});
