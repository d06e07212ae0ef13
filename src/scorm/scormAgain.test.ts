import { Scorm12API } from 'scorm-again';
import { expect, test } from 'vitest';
import type { ResultMessage } from '../classroom/tellParent';
import { appAddress } from './appAddress';
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

/** A run-time of SCORM 1.2 that keeps to the standard: it refuses wrong names, values and orders of calls. */
function system() {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  const value = (name: string): string => api.LMSGetValue(`cmi.core.${name}`);
  return { api, value };
}

test('an answered quiz is reported with its score, and is passed when every answer is right', () => {
  const { api, value } = system();
  const { report } = scormReporter(api);
  expect(value('lesson_status')).toBe('incomplete');
  report(result(1, false));
  expect([value('score.raw'), value('lesson_status')]).toEqual(['20', 'incomplete']);
  report(result(4, true));
  expect([value('score.raw'), value('lesson_status')]).toEqual(['80', 'completed']);
  report(result(5, true));
  expect([value('score.raw'), value('score.max'), value('lesson_status')]).toEqual(['100', '100', 'passed']);
  expect(api.LMSGetLastError()).toBe('0');
});

test('drawing new questions does not take back what was passed', () => {
  const { api, value } = system();
  const { report } = scormReporter(api);
  report(result(5, true));
  report(result(0, false));
  expect(value('lesson_status')).toBe('passed');
});

test('the best score stays: after other questions were drawn, and on the next visit', () => {
  const { api, value } = system();
  scormReporter(api).report(result(4, true));
  const { report } = scormReporter(api);
  report(result(1, false));
  expect([value('score.raw'), value('lesson_status')]).toEqual(['80', 'completed']);
  report(result(5, true));
  expect([value('score.raw'), value('lesson_status')]).toEqual(['100', 'passed']);
});

test('a visit that resumes keeps its questions, one that begins draws others, and each student has answers of their own', () => {
  const at = (student: string, entry: string): string => {
    const known: Readonly<Record<string, string>> = { 'cmi.core.student_id': student, 'cmi.core.entry': entry };
    return appAddress('app/index.html?embed#/counting', { LMSGetValue: (name) => known[name] ?? '' }, () => 0.5);
  };
  expect(at('ada@school.example', 'resume')).toMatch(/^app\/index\.html\?embed&reader=[0-9a-z]+#\/counting$/);
  expect(at('ada@school.example', 'ab-initio')).toMatch(/#\/counting\?draw=50000$/);
  expect(at('ada@school.example', 'resume')).not.toBe(at('bob@school.example', 'resume'));
  expect(at('', 'resume')).toBe('app/index.html?embed#/counting');
  expect(appAddress('app/index.html?embed#/counting', null)).toBe('app/index.html?embed#/counting');
});

test('the end of the visit tells its time once, in the form that the standard wants', () => {
  const { api } = system();
  const said: string[] = [];
  api.on('LMSSetValue.cmi.core.session_time', (_: string, value: string) => said.push(value));
  let time = 0;
  const { report, end } = scormReporter(api, () => time);
  report(result(3, false));
  time = 3_725_000;
  end();
  expect(api.LMSGetLastError()).toBe('0');
  end();
  report(result(5, true));
  expect(api.LMSGetLastError()).toBe('0');
  expect(said).toEqual(['0001:02:05.00']);
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
