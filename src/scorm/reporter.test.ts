import { expect, test } from 'vitest';
import type { ResultMessage } from '../classroom/tellParent';
import { scormReporter, type ScormApi } from './reporter';
import { scormApi, type Place } from './scormApi';

const result = (score: number, done: boolean): ResultMessage => ({
  kind: 'result',
  task: '/squeezenet',
  score,
  max: 5,
  done,
  solved: done && score === 5,
});

/** A system that keeps what it is told while a visit lasts, and refuses every call before and after it. */
function system() {
  const kept = new Map([['cmi.core.lesson_status', 'not attempted']]);
  const refused: string[] = [];
  let isOpen = false;
  const during = (call: string, act: () => string): string => {
    if (isOpen) return act();
    refused.push(call);
    return '';
  };
  const api: ScormApi = {
    LMSInitialize: () => {
      isOpen = true;
    },
    LMSGetValue: (name) => during(name, () => kept.get(name) ?? ''),
    LMSSetValue: (name, value) => during(name, () => (kept.set(name, value), 'true')),
    LMSCommit: () => during('LMSCommit', () => 'true'),
    LMSFinish: () => {
      during('LMSFinish', () => 'true');
      isOpen = false;
    },
  };
  return { api, refused, value: (name: string) => kept.get(`cmi.core.${name}`) };
}

test('an answered quiz is reported with its score, and is passed when every answer is right', () => {
  const { api, refused, value } = system();
  const { report } = scormReporter(api);
  expect(value('lesson_status')).toBe('incomplete');
  report(result(1, false));
  expect([value('score.raw'), value('lesson_status')]).toEqual(['20', 'incomplete']);
  report(result(4, true));
  expect([value('score.raw'), value('lesson_status')]).toEqual(['80', 'completed']);
  report(result(5, true));
  expect([value('score.raw'), value('score.max'), value('lesson_status')]).toEqual(['100', '100', 'passed']);
  expect(refused).toEqual([]);
});

test('drawing new questions does not take back what was passed', () => {
  const { api, value } = system();
  const { report } = scormReporter(api);
  report(result(5, true));
  report(result(0, false));
  expect(value('lesson_status')).toBe('passed');
});

test('the end of the visit tells its time once, in the form that the standard wants, and nothing after it', () => {
  const { api, refused, value } = system();
  let time = 0;
  const { report, end } = scormReporter(api, () => time);
  report(result(3, false));
  time = 3_725_000;
  end();
  end();
  report(result(5, true));
  expect([value('session_time'), value('score.raw')]).toEqual(['0001:02:05.00', '60']);
  expect(refused).toEqual([]);
});

/** A window alone, or with the interface, or inside another one. */
function place({ api, inside, opener }: { api?: ScormApi; inside?: Place; opener?: Place }): Place {
  const here: Place = {
    ...(api === undefined ? {} : { API: api }),
    ...(opener === undefined ? {} : { opener }),
    get parent() {
      return inside ?? here;
    },
  };
  return here;
}

test('the interface is found in a window around the package, in the one that opened it, or nowhere', () => {
  const { api } = system();
  const player = place({ inside: place({ api }) });
  expect(scormApi(place({ inside: player }))).toBe(api);
  expect(scormApi(place({ opener: player }))).toBe(api);
  expect(scormApi(place({}))).toBeNull();
});
