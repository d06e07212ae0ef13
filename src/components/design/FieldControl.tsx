import { useLingui } from '@lingui/react/macro';
import type { DesignRow, Field } from '../../nets/design/design';
import { maxOf } from '../../nets/design/fieldValues';
import type { LegalValues } from '../../nets/design/legalValues';
import { legalValues } from '../../nets/design/legalValues';
import type { Shape } from '../../nets/op';
import { ChoiceControl } from '../ui/ChoiceControl';
import { NumberSlider } from '../ui/NumberSlider';
import { Select } from '../ui/Select';
import { usePunctuation } from '../ui/usePunctuation';
import styles from './FieldControl.module.css';
import { useRowWords } from './useRowWords';

type FieldControlProps = {
  readonly row: DesignRow;
  readonly field: Field;
  /** What the row reads. */
  readonly input: Shape;
  readonly onChoose: (value: number | string) => void;
};

/** More are in a list that opens. */
const maxSideBySide = 5;

/** One value of a row. Values that do not fit cannot be chosen, and the line below says why. */
export function FieldControl({ row, field, input, onChoose }: FieldControlProps) {
  const words = useRowWords();
  const label = words.fields[field];
  const { legal, refused } = legalValues(row, field, input);
  const why = useReasons({ refused, isNumber: maxOf(field) !== undefined });
  const value = row[field];
  if (maxOf(field) !== undefined)
    return (
      <NumberSlider
        label={label}
        values={legal.map(Number)}
        value={Number(value)}
        onChange={onChoose}
        {...(why === undefined ? {} : { hint: why })}
      />
    );
  const all = [...legal, ...refused.flatMap(({ values }) => values)];
  const choose = (text: string): void => {
    const chosen = legal.find((candidate) => String(candidate) === text);
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <div className={styles.field}>
      {all.length > maxSideBySide ? (
        <Select
          label={label}
          options={legal.map((one) => ({ value: String(one), label: words.value(one) }))}
          value={String(value)}
          onChange={choose}
          note={why}
        />
      ) : (
        <ChoiceControl
          label={label}
          options={all
            .toSorted((one, other) => (typeof one === 'number' && typeof other === 'number' ? one - other : 0))
            .map((one) => ({ value: String(one), label: words.value(one), isDisabled: !legal.includes(one) }))}
          value={String(value)}
          onChange={choose}
        />
      )}
      {why === undefined ? null : <p className={styles.why}>{why}</p>}
    </div>
  );
}

/** Why values are not offered: which ones, where they are few. */
function useReasons({ refused, isNumber }: { readonly refused: LegalValues['refused']; readonly isNumber: boolean }) {
  const { t } = useLingui();
  const words = useRowWords();
  const { list, sentences } = usePunctuation();
  const [first, ...others] = refused;
  if (first === undefined) return undefined;
  if (isNumber) {
    const widest = others.reduce((max, one) => (one.values.length > max.values.length ? one : max), first);
    const reason = words.misfit(widest.why);
    return t`Other values do not fit: ${reason}.`;
  }
  return sentences(
    groupedReasons(refused).map(({ values, why }) => {
      const names = list(values.map(words.value));
      if (why.kind === 'groups' && values.length > 1)
        return t`Not ${names}: ${why.channels} channels do not divide into that many groups.`;
      const reason = words.misfit(why);
      return t`Not ${names}: ${reason}.`;
    }),
  );
}

/** The same channels refuse many groups: once for all. */
function groupedReasons(refused: LegalValues['refused']): LegalValues['refused'] {
  const keyOf = ({ why }: LegalValues['refused'][number]): string =>
    why.kind === 'groups' ? String(why.channels) : JSON.stringify(why);
  return [...new Set(refused.map(keyOf))].flatMap((key) => {
    const same = refused.filter((one) => keyOf(one) === key);
    const [first] = same;
    return first === undefined ? [] : [{ why: first.why, values: same.flatMap(({ values }) => values) }];
  });
}
