import { expect, test } from 'vitest';
import { taskCode, taskOfCode, taskLink, type Task } from '../../classroom/task';
import { draftIn, draftOfTask, emptyDraft, locksOn, movedDraft, taskOfDraft } from './taskDraft';

const light: Task = {
  ...{ kind: 'page', title: 'Light Fire', text: 'Make it small.', asks: 'number', minutes: 10 },
  ...{ address: '/squeezenet?fire.squeeze=64', locked: ['fire.expand3x3'] },
  goal: [{ kind: 'measure', subject: 'fire', metric: 'params', is: '<=', value: 20_000 }],
};

const quiz: Task = {
  ...{ kind: 'quiz', title: '', text: '', asks: 'name', minutes: null },
  ...{ chapter: '/xception', seed: 7 },
};

test('a draft makes the task that it was made of', () => {
  for (const task of [light, quiz]) expect(taskOfDraft(draftOfTask(task))).toEqual(task);
  expect(taskOfCode(taskCode(taskOfDraft(emptyDraft)))).toEqual({ ok: true, value: taskOfDraft(emptyDraft) });
});

test('on another state of its page a draft keeps its goal and locks, on another page only its words', () => {
  const draft = draftOfTask(light);
  expect(movedDraft(draft, '/squeezenet?fire.squeeze=8')).toEqual({ ...draft, address: '/squeezenet?fire.squeeze=8' });
  expect(movedDraft(draft, '/compare')).toEqual({ ...draft, address: '/compare', goal: [], locked: [] });
});

test('the controls of blocks can be locked, and the options of a network', () => {
  expect(locksOn('/squeezenet').map(({ key }) => key)).toContain('fire.expand3x3');
  expect(locksOn('/networks').map(({ key }) => key)).toContain('net:model');
  expect(locksOn('/compare')).toEqual([]);
});

test.each([
  ['https://example.org/app/#/squeezenet?fire.squeeze=8', '/squeezenet?fire.squeeze=8'],
  ['#/networks?net=mobilenet-v1%3Awidth%3D0.5', '/networks?net=mobilenet-v1:width=0.5'],
  [' /counting?at=figure-memory ', '/counting?at=figure-memory'],
  ['#/compare', '/compare'],
])('the link %s begins a task there', (text, address) => {
  expect(draftIn(text, emptyDraft)).toEqual({ ...emptyDraft, address });
});

test('the link of a task brings the task, to be changed', () => {
  expect(draftIn(taskLink(light, 'https://example.org/'), emptyDraft)).toEqual(draftOfTask(light));
  expect(draftIn(taskLink(quiz, 'https://example.org/'), emptyDraft)).toEqual(draftOfTask(quiz));
});

test.each([
  ['no link', 'hello'],
  ['another site', 'https://example.org/counting'],
  ['a page that does not exist', '#/nowhere'],
  ['a page of teachers', '#/collect'],
  ['a page of questions without any', '#/quiz'],
  ['more than a task holds', `#/counting?x=${'x'.repeat(1500)}`],
])('%s begins none', (_, text) => {
  expect(draftIn(text, emptyDraft)).toBeUndefined();
});
