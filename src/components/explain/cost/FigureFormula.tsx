import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { Factor, Formula as FormulaReading, Mark } from '../../../nets/readings/formula';
import { numericTex, symbolicTex } from '../../../nets/readings/formula';
import { Fold } from '../../ui/Fold';
import { exactNumberText } from '../../ui/numberText';
import { Formula } from './Formula';
import styles from './FigureFormula.module.css';
import { useMeaningWords } from '../diagram/meaningWords';

type FigureFormulaProps = {
  readonly formula: FormulaReading;
  /** TeX of the figure's name: `\text{MACs}`. */
  readonly nameTex: string;
  /** Called with the chosen number, to mark it in the diagram; with undefined when none is chosen any more. */
  readonly onTrace?: (factor: Factor | undefined) => void;
  /** More that opens on demand. */
  readonly children?: ReactNode;
};

/**
 * The formula of a figure in symbols and in numbers, its result, and the meaning of each number. Choosing a number
 * marks it in both lines.
 */
export function FigureFormula({ formula, nameTex, onTrace, children }: FigureFormulaProps) {
  const { i18n, t } = useLingui();
  const [picked, setPicked] = useState<string | undefined>(undefined);
  const { meanings, roles } = useMeaningWords();
  if (formula.terms.length === 0) {
    return (
      <div className={styles.root}>
        <p className={styles.nothing}>{t`0: this operation has none.`}</p>
        <div className={styles.folds}>{children}</div>
      </div>
    );
  }
  const mark: Mark = (factor, tex) => {
    const key = keyOf(factor);
    return `\\htmlData{factor=${key}, k=${factor.meaning}}{\\htmlClass{${key === picked ? 'factor picked' : 'factor'}}{${tex}}}`;
  };
  const pick = (key: string) => {
    const next = picked === key ? undefined : key;
    setPicked(next);
    onTrace?.(factorsOf(formula).find((factor) => keyOf(factor) === next));
  };
  const several = formula.terms.length > 1;
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  return (
    <div className={styles.root}>
      {/* Long formulas scroll, also by keyboard. */}
      <div className={styles.lines} role="group" aria-label={t`Formula`} tabIndex={0}>
        <Formula tex={`${nameTex} = ${symbolicTex(formula, mark)}`} onPick={pick} />
        <Formula tex={`= ${numericTex(formula, mark)}`} onPick={pick} />
        {/* Plain numbers need no typesetter, which takes most of the time of a slider's step. */}
        <p className={styles.numbers}>
          = <strong>{exact(formula.value)}</strong>
        </p>
      </div>
      {several ? (
        <ul className={styles.terms}>
          {formula.terms.map((term, index) => (
            <li key={index}>
              <span>{roles[term.role]}</span> <span className={styles.value}>{exact(term.value)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.folds}>
        <Fold className={styles.fold} summary={t`Symbols`}>
          <div role="group" aria-label={t`What the symbols mean`} className={styles.factors}>
            {factorsOf(formula).map((factor) => {
              const key = keyOf(factor);
              return (
                <button
                  key={key}
                  type="button"
                  className={styles.factor}
                  data-k={factor.meaning}
                  aria-pressed={picked === key}
                  onClick={() => {
                    pick(key);
                  }}
                >
                  <span>
                    <Formula tex={`${factor.symbol} =`} /> <span className={styles.numbers}>{exact(factor.value)}</span>
                  </span>{' '}
                  <span>{meanings[factor.meaning]}</span>
                </button>
              );
            })}
          </div>
        </Fold>
        {children}
      </div>
    </div>
  );
}

/** Each number once, in the order of the formula. */
function factorsOf(formula: FormulaReading): readonly Factor[] {
  const all = formula.terms.flatMap((term) =>
    term.divisor === undefined ? term.factors : [...term.factors, term.divisor],
  );
  return [...new Map(all.map((factor) => [keyOf(factor), factor])).values()];
}

/** Letters and digits only, because it passes through TeX. */
function keyOf(factor: Factor): string {
  return `${factor.meaning}${factor.node.id.replaceAll(/[^A-Za-z0-9]/g, '')}`;
}
