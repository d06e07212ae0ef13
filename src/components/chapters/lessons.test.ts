import { readdirSync, readFileSync } from 'node:fs';
import { setupI18n } from '@lingui/core';
import { assert, boolean, constantFrom, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ComputedCheck, DrawnCheck } from '../../course/check';
import { courseChapters } from '../../course/chapters';
import type { Lesson } from '../../course/lesson';
import { isNear, markOf } from '../../course/marking';
import { readAnswer } from '../../course/readAnswer';
import { randomFrom } from '../../course/random';
import type { Words } from '../../course/words';
import { blockPaths } from '../../lab/xray/place';
import { modelById } from '../../nets/models/index';
import { networkMisfit } from '../../nets/models/networkName';
import { countedGraph } from '../../nets/readings/cost';
import { foldedGraph } from '../../nets/weights/fold';
import { parseManifest } from '../../run/weights/manifest';
import { exactNumberText, fixedText, percentText, shortNumberText } from '../ui/numberText';
import { printedEquations } from './fixtures/printedEquations';

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('./*/lesson.ts', { eager: true });
const lessons = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter(isLesson);

function isLesson(value: unknown): value is Lesson {
  return typeof value === 'object' && value !== null && 'keyPoints' in value && 'checks' in value;
}

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

function textOf(words: Words): string {
  if (typeof words !== 'function') return i18n._(words);
  return i18n._(
    words({
      exact: (value) => exactNumberText(value, 'en'),
      short: (value) => shortNumberText(value, 'en'),
      fixed: (value, decimals) => fixedText(value, 'en', decimals),
      percent: (share, decimals) => percentText(share, 'en', decimals),
    }),
  );
}

function drawsOf(check: ComputedCheck): readonly DrawnCheck[] {
  return Array.from({ length: 50 }, (_, index) => check.draw(randomFrom(1 + index * 7919)));
}

function computedOf(lesson: Lesson): readonly ComputedCheck[] {
  return lesson.checks.filter((check) => check.kind === 'computed');
}

/** A number as people write it: grouped by commas, spaces and apostrophes, with a power of ten, a word, in wide digits. */
function notationsOf(value: number, { form = 'count', unit = '' }: DrawnCheck): readonly string[] {
  const plain = String(value);
  const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 12 }).format(value);
  const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const all = [grouped, wide, ` ${plain} ${unit}`];
  if (form === 'percent') return all.map((text) => `${text.trim()}%`);
  if (form === 'times') return [...all, plain, `${plain}×`, `${plain} times`, `${plain}倍`];
  const scaled = (by: number): string => String(Number((value / by).toPrecision(15)));
  return [
    ...[...all, plain, grouped.replaceAll(',', ' '), grouped.replaceAll(',', '’'), value.toExponential()],
    // Nobody writes 3 as millions.
    ...(value < 1000
      ? []
      : [`${scaled(1e6)}M`, `${scaled(1e6)} million`, `${scaled(1e4)} 万`, `${scaled(1e3)}k`, `${scaled(1e6)}×10⁶`]),
  ];
}

test('every chapter folder with a lesson is looked at', () => {
  expect(lessons.length).toBe(Object.keys(modules).length);
  expect(lessons.filter(({ xray }) => xray !== undefined).length).toBeGreaterThan(6);
});

describe.each(lessons.map((lesson) => [lesson.path, lesson] as const))('the lesson of %s', (path, lesson) => {
  const predictions = Object.values(lesson.predictions);
  const ids = [...predictions, ...lesson.checks, ...lesson.exercises].map(({ id }) => id);

  test('asks at least ten questions, three of them computed, under names of its own', () => {
    expect(predictions.length + lesson.checks.length).toBeGreaterThanOrEqual(10);
    expect(lesson.checks.length).toBeGreaterThanOrEqual(7);
    expect(computedOf(lesson).length).toBeGreaterThanOrEqual(3);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(new RegExp(`^${path.slice(1)}/[pqe][0-9]+$`));
  });

  test('leads to a block that the network of these weights has', () => {
    if (lesson.xray === undefined) return;
    const manifest = parseManifest(JSON.parse(readFileSync(`public/weights/${lesson.xray.net}/manifest.json`, 'utf8')));
    if (!manifest.ok) throw new Error(lesson.xray.net);
    const model = modelById(manifest.value.net);
    const graph = model.ok ? model.value.build({ ...manifest.value.options }) : model;
    expect(graph.ok && blockPaths(foldedGraph(graph.value))).toContain(lesson.xray.at);
  });

  test('leads from exercises to networks that are there', () => {
    const trained = readdirSync('public/weights');
    for (const exercise of lesson.exercises) {
      const query = exercise.kind === 'paper' ? exercise.link?.query : undefined;
      const nets = [query?.['net'], query?.['nets']].flatMap((names) => names?.split(',') ?? []);
      for (const name of nets) expect(trained.includes(name) || networkMisfit(name) === undefined, name).toBe(true);
    }
  });

  test('has as many predictions and exercises as the course says', () => {
    const chapter = courseChapters.find((each) => each.path === path);
    expect(chapter).toMatchObject({ predictions: predictions.length, exercises: lesson.exercises.length });
  });

  test('is written out in full', () => {
    const words = [
      ...lesson.goals,
      ...lesson.keyPoints,
      ...predictions.flatMap(({ question, why }) => [question, why]),
      ...lesson.exercises.flatMap(({ question, answer }) => [question, answer]),
    ];
    for (const text of words.map(textOf)) expect(text).toMatch(/^(?!.*(NaN|undefined|Infinity)).{8,}$/s);
  });

  test('has predictions with an answer, and misses that are none', () => {
    for (const prediction of predictions) {
      if (prediction.kind === 'number') {
        const answer = prediction.answer();
        expect(answer).toBeGreaterThan(0);
        if (prediction.isPart === true) expect(answer).toBeLessThanOrEqual(100);
        const { most = Infinity, misses = [] } = prediction;
        expect(answer, prediction.id).toBeLessThanOrEqual(most);
        for (const { said } of misses) {
          expect(isNear(said, answer), prediction.id).toBe(false);
          expect(said, prediction.id).toBeLessThanOrEqual(most);
        }
      } else if (prediction.kind === 'choice') {
        const values = prediction.options.map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        expect(values).toContain(prediction.answer);
      } else if (prediction.kind === 'order') {
        expect(prediction.items.map(({ value }) => value).toSorted()).toEqual([...prediction.answer].toSorted());
      } else {
        const answers = prediction.bars.map(({ answer }) => answer());
        for (const answer of answers) expect(answer).toBeLessThanOrEqual(100);
        for (const { when } of prediction.misses ?? []) expect(when(answers), prediction.id).toBe(false);
      }
    }
  });

  test('has a reason for each of two bars that is far off by itself', () => {
    for (const prediction of predictions) {
      if (prediction.kind !== 'bars' || prediction.bars.length !== 2) continue;
      const answers = prediction.bars.map(({ answer }) => answer());
      for (const [index, answer] of answers.entries())
        for (const said of [0, 100].filter((end) => Math.abs(end - answer) >= 30))
          expect(
            prediction.misses?.some(({ when }) => when(answers.with(index, said))),
            `${prediction.id}: ${String(said)} for ${String(answer)}`,
          ).toBe(true);
    }
  });

  test('explains every computed question with a formula that gives what the graph counts', () => {
    for (const check of computedOf(lesson)) {
      for (const { answer, closed, misses = [], question, why } of drawsOf(check)) {
        expect(Number.isFinite(answer) && answer > 0, check.id).toBe(true);
        expect(Math.abs(closed - answer) / answer, `${check.id}: ${textOf(question)}`).toBeLessThan(1e-9);
        for (const { said } of misses) expect(Number.isFinite(said), check.id).toBe(true);
        for (const text of [question, why].map(textOf)) expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });

  test('marks every answer right, and every wrong answer that it knows wrong, with its line', () => {
    for (const check of computedOf(lesson)) {
      for (const drawn of drawsOf(check)) {
        const { answer, decimals = 0, misses = [] } = drawn;
        expect(markOf(answer, drawn), check.id).toEqual({ kind: 'right' });
        if (drawn.decimals !== undefined)
          expect(markOf(Number(answer.toFixed(decimals)), drawn), check.id).toEqual({ kind: 'right' });
        for (const { said } of misses) {
          if (said === answer) continue;
          const mark = markOf(said, drawn);
          const lines = misses.flatMap((miss) => (miss.said === said ? [{ kind: 'known', why: miss.why }] : []));
          expect(mark.kind, `${check.id}: ${String(said)} for ${String(answer)}`).toBe('wrong');
          expect(lines).toContainEqual(mark.kind === 'wrong' ? mark.cause : undefined);
        }
      }
    }
  });

  test('marks no near miss right: what is off by more than half a per cent, or by one where it is asked exactly', () => {
    for (const check of computedOf(lesson)) {
      const drawn = drawsOf(check).slice(0, 10);
      assert(
        property(
          constantFrom(...drawn),
          double({ min: 0.00501, max: 0.5, noNaN: true }),
          boolean(),
          (asked, off, over) => {
            const said = asked.answer * (over ? 1 + off : 1 - off);
            const roundsTo = (value: number): string => value.toFixed(asked.decimals);
            // What rounds to the answer with the decimals that are asked for is right.
            if (asked.decimals !== undefined && Math.abs(said - asked.answer) <= 10 ** -asked.decimals) return;
            expect(markOf(said, asked).kind, `${check.id}: ${roundsTo(said)} for ${roundsTo(asked.answer)}`).not.toBe(
              'right',
            );
            if (asked.isExact === true)
              expect(markOf(asked.answer + (over ? 1 : -1), asked).kind, check.id).not.toBe('right');
          },
        ),
        { numRuns: 60 },
      );
    }
  });

  test('reads its answers in every usual notation, and marks them right', () => {
    for (const check of computedOf(lesson)) {
      for (const drawn of drawsOf(check).slice(0, 20)) {
        const value = drawn.decimals === undefined ? drawn.answer : Number(drawn.answer.toFixed(drawn.decimals));
        for (const text of notationsOf(value, drawn)) {
          const read = readAnswer(text, drawn);
          expect(read.ok && markOf(read.value, drawn), `${check.id}: ${text}`).toEqual({ kind: 'right' });
        }
      }
    }
  });

  test('prints equations that hold with the digits that they show', () => {
    const whys = [
      ...computedOf(lesson).flatMap((check) =>
        drawsOf(check).flatMap(({ why, misses = [] }) => [why, ...misses.map((m) => m.why)]),
      ),
      ...lesson.checks.flatMap((check) => (check.kind === 'computed' ? [] : [check.why])),
      ...predictions.map(({ why }) => why),
      ...lesson.exercises.map(({ answer }) => answer),
      ...lesson.keyPoints,
    ];
    const equations = whys.map(textOf).flatMap(printedEquations);
    expect(equations.filter(({ holds }) => !holds).map(({ text }) => text)).toEqual([]);
    expect(equations.length, path).toBeGreaterThan(0);
  });

  test('draws other numbers for a computed question', () => {
    for (const check of computedOf(lesson)) {
      const questions = new Set(drawsOf(check).map(({ question }) => textOf(question)));
      expect(questions.size, check.id).toBeGreaterThan(3);
    }
  });

  test('asks questions that have exactly one right option', () => {
    for (const check of lesson.checks) {
      if (check.kind !== 'choice') continue;
      const values = check.options.map(({ value }) => value);
      expect(values.filter((value) => value === check.answer).length, check.id).toBe(1);
      expect(new Set(values).size, check.id).toBe(values.length);
    }
  });

  test('sets slider exercises that start unsolved and that the given solution solves', () => {
    for (const exercise of lesson.exercises) {
      if (exercise.kind !== 'sliders') continue;
      const solvedAt = (moved: typeof exercise.start): boolean => {
        const { values, block } = exercise.explorable.at({ ...moved, ...exercise.fixed });
        expect(values).toMatchObject({ ...moved, ...exercise.fixed });
        return exercise.isSolved(values, countedGraph(block).cost);
      };
      expect(solvedAt(exercise.start), exercise.id).toBe(false);
      expect(solvedAt(exercise.solution), exercise.id).toBe(true);
    }
  });
});
