import type { RefusalReason, RefusedValue } from './refusedValue';

type NameList = {
  /** The name of the parameter. */
  readonly key: string;
  /** Names separated by commas. */
  readonly text: string;
  /** Why a name is not taken; undefined where it is. */
  readonly why: (name: string) => RefusalReason | undefined;
  readonly max: number;
};

/** The names of a list that are not taken: those that are refused, those named before, and those past the first `max`. */
export function refusedNames({ key, text, why, max }: NameList): readonly RefusedValue[] {
  const taken = new Set<string>();
  return text.split(',').flatMap((name) => {
    const reason: RefusalReason | undefined = taken.has(name)
      ? { kind: 'repeated' }
      : (why(name) ?? (taken.size < max ? undefined : { kind: 'tooMany', max }));
    if (reason === undefined) taken.add(name);
    return reason === undefined ? [] : [{ key, text, part: name, used: null, why: reason }];
  });
}
