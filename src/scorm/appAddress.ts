import { textHash } from '../classroom/textHash';
import type { ScormApi } from './reporter';

/**
 * Where a visit opens the app. Several students use one computer, so the answers in its browser are told apart by who the
 * system says is there; of that, only a hash leaves this page. A visit that begins, instead of going on, draws questions of
 * its own.
 * @param address of the chapter, without a query behind its `#`
 */
export function appAddress(
  address: string,
  api: Pick<ScormApi, 'LMSGetValue'> | null,
  random: () => number = Math.random,
): string {
  const student = api === null ? '' : String(api.LMSGetValue('cmi.core.student_id'));
  const goesOn = api === null || String(api.LMSGetValue('cmi.core.entry')) !== 'ab-initio';
  const [page = '', path = ''] = address.split('#');
  const reader = student === '' ? '' : `&reader=${textHash(student)}`;
  return `${page}${reader}#${path}${goesOn ? '' : `?draw=${String(1 + Math.floor(random() * maxDraw))}`}`;
}

/** As many draws as the app's pages take. */
const maxDraw = 99_999;
