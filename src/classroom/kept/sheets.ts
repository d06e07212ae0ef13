import type { StoreApi } from 'zustand';
import { failure, success, type Result } from '../../nets/result';
import type { DatabaseForm } from '../../run/storage/openDatabase';
import { openRecords, type KeptRecord } from '../../run/storage/recordDatabase';
import { isSaid, type Said } from '../taskResult';
import { createKept, type Kept } from './createKept';

/** What was answered to one question of a task, before it is handed in. */
export type SheetAnswer = KeptRecord & {
  /** The task, by `taskId`. */
  readonly task: string;
  readonly question: string;
  readonly said: Said;
};

export type Sheets = StoreApi<Kept<SheetAnswer>>;

const form: DatabaseForm = { name: 'featherweight.sheets', version: 1, store: 'sheets', earlier: 'keep' };

/** The answers to tasks that this browser keeps, a record a question, so that tabs lose nothing of each other's. */
export function createSheets(): Sheets {
  return createKept(() => openRecords(form, sheetAnswerOf));
}

export const sheets = createSheets();

/** Notes what was answered to a question; undefined takes the answer back. */
export function say(kept: Sheets, task: string, question: string, said: Said | undefined): Promise<void> {
  const id = idOf(task, question);
  const { forget, put } = kept.getState();
  return said === undefined ? forget([id]) : put([{ id, at: new Date().toISOString(), task, question, said }]);
}

/** The answers to the questions of a task. */
export function answersTo(
  task: string,
  { records }: Pick<Kept<SheetAnswer>, 'records'>,
): Readonly<Record<string, Said>> {
  const own = [...records.values()].filter((record) => record.task === task);
  return Object.fromEntries(own.map(({ question, said }) => [question, said]));
}

/** Forgets the answers to a task, for another person at this device. */
export function clearSheet(kept: Sheets, task: string): Promise<void> {
  const { records, forget } = kept.getState();
  return forget([...records.values()].filter((record) => record.task === task).map(({ id }) => id));
}

function idOf(task: string, question: string): string {
  return `${task} ${question}`;
}

function sheetAnswerOf(value: unknown): Result<SheetAnswer> {
  if (typeof value !== 'object' || value === null) return failure('sheet: not an object');
  const { at, task, question, said }: Readonly<Record<string, unknown>> = { ...value };
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return failure('sheet: at is no date');
  if (typeof task !== 'string' || typeof question !== 'string') return failure('sheet: it names no question');
  if (!isSaid(said)) return failure('sheet: said is no answer');
  return success({ id: idOf(task, question), at, task, question, said });
}
