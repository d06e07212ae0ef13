import type { Result } from '../../nets/result';
import type { DatabaseForm, StorageFault } from '../../run/storage/openDatabase';
import { openRecords, type RecordDatabase } from '../../run/storage/recordDatabase';
import { answerOf, type Answer } from './answer';
import { reader } from './reader';

/** The answers that this browser stores, a record a question, for all its tabs. */
export type AnswerDatabase = RecordDatabase<Answer>;

const form: DatabaseForm = {
  name: reader === null ? 'featherweight.progress' : `featherweight.progress.${reader}`,
  version: 1,
  store: 'progress',
  earlier: 'keep',
};

/** Opens the answers, and makes their database on the first visit. */
export function openAnswers(): Promise<Result<AnswerDatabase, StorageFault>> {
  return openRecords(form, (value) => answerOf(value, form.name));
}
