import { expect, test } from 'vitest';
import { conditionStates, metrics } from './goal';
import { offeredCondition } from './offeredCondition';
import { pathsWithSubjects, subjectsOf } from './subject';

test('what is offered is not met where the task begins, whatever it is about', () => {
  for (const path of pathsWithSubjects()) {
    for (const subject of subjectsOf(path)) {
      for (const metric of metrics) {
        const condition = offeredCondition(subject, metric, {});
        const [state] = conditionStates([condition], [subject], {});
        // A block of one output pixel, or without params, has no half.
        expect(state?.isMet, `${path} ${subject.id} ${metric}`).toBe((state?.value ?? 2) <= 1);
      }
    }
  }
});

test('numbers are round, and of the state that the page has there', () => {
  const [fire] = subjectsOf('/squeezenet');
  if (fire === undefined) throw new Error('no Fire module');
  expect(offeredCondition(fire, 'params', { 'fire.squeeze': '64' })).toMatchObject({ is: '<=', value: 24_000 });
  expect(offeredCondition(fire, 'outputChannels', {})).toMatchObject({ is: '>=', value: 256 });
  const [network] = subjectsOf('/networks');
  if (network === undefined) throw new Error('no network');
  expect(offeredCondition(network, 'top1', {})).toMatchObject({ is: '>=', value: 73 });
});
