import { networkLock } from '../../classroom/locks';
import type { Subject } from '../../classroom/subject';

/** A control that a task can lock: its key in tasks, and the knob or option that names it. */
export type LockName = { readonly key: string; readonly subject: string; readonly knob: string };

/** The controls of a subject that can be locked. */
export function knobLocks(subject: Subject): readonly LockName[] {
  const { id } = subject;
  if (subject.kind === 'network')
    return ['model', 'width', 'resolution', 'classes'].map((knob) => ({ key: networkLock(knob), subject: id, knob }));
  return Object.keys(subject.explorable.knobs).map((knob) => ({ key: `${id}.${knob}`, subject: id, knob }));
}
