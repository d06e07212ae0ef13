import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import chinese from './labels.zh.json';

function labelsOf(folder: string): readonly string[] {
  const file = new URL(`../../../../public/weights/${folder}/labels.json`, import.meta.url);
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return Array.isArray(json) ? json.map(String) : [];
}

const everyday = labelsOf('mobilenet-v2-everyday64');
const imageNet = labelsOf('efficientnet-lite0-imagenet');
const named: ReadonlySet<string> = new Set(Object.keys(chinese));

test('every everyday class has a Chinese name, except for one that is the same word', () => {
  expect(everyday).toHaveLength(64);
  expect(everyday.filter((label) => !named.has(label))).toEqual(['iPod']);
});

test('most ImageNet classes have a Chinese name', () => {
  expect(imageNet.filter((label) => named.has(label)).length).toBeGreaterThan(880);
});

test('every translated label is a class, and its name is in Chinese', () => {
  const known = new Set([...everyday, ...imageNet, 'background']);
  for (const [label, name] of Object.entries(chinese)) {
    expect(known).toContain(label);
    expect(name).toMatch(/\p{Script=Han}/u);
  }
});
