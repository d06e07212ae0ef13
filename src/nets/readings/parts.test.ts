import { expect, test } from 'vitest';
import { catalogue, modelById } from '../models';
import { builtGraph } from '../models/model';
import { partsOf } from './parts';

test.each(catalogue)('$id has few parts, which hold each of its nodes once and in order', (model) => {
  const graph = builtGraph(model);
  const parts = partsOf(graph);
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.length).toBeLessThanOrEqual(13);
  expect(parts.flatMap(({ nodes }) => nodes)).toEqual(graph.nodes);
});

test('stages stay apart where there are few, and blocks of one map size are together where there are many', () => {
  const namesOf = (id: string) => {
    const model = modelById(id);
    return model.ok ? partsOf(builtGraph(model.value)).map(({ name, lastName }) => `${name} ${lastName}`) : [];
  };
  expect(namesOf('mobilenet-v2')).toContain('stage4 stage4');
  expect(namesOf('mobilenet-v1')).toContain('block6 block11');
  expect(namesOf('mobilenet-v1')[0]).toBe('input input');
});
