import 'katex/dist/katex.min.css';
import { render } from 'katex';
import { useLayoutEffect, useRef } from 'react';
import styles from './Formula.module.css';

type FormulaProps = {
  /** TeX, written by the app itself. */
  readonly tex: string;
  /** Called with the `data-factor` of the part that was clicked. */
  readonly onPick?: (factor: string) => void;
};

/**
 * A typeset formula, with MathML for screen readers. The typesetter comes with the pages that need it: arriving later, it
 * would move what the reader is looking at. Trusts only `\htmlClass` and `\htmlData`, which the formula reading's marks use.
 */
export function Formula({ tex, onPick }: FormulaProps) {
  const formula = useRef<HTMLSpanElement>(null);
  // In place of the source, and as elements: markup with style attributes is what the Content Security Policy refuses.
  useLayoutEffect(() => {
    if (formula.current === null) return;
    render(tex, formula.current, {
      output: 'htmlAndMathml',
      displayMode: false,
      throwOnError: false,
      strict: false,
      trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
    });
  }, [tex]);
  // A shortcut for the mouse: each factor also has a button below the formula.
  return (
    <span
      ref={formula}
      className={styles.formula}
      onClick={(event) => {
        const factor =
          event.target instanceof Element
            ? event.target.closest<HTMLElement>('[data-factor]')?.dataset['factor']
            : undefined;
        if (factor !== undefined) onPick?.(factor);
      }}
    >
      {tex}
    </span>
  );
}
