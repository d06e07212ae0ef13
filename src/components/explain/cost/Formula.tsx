import { lazy, Suspense } from 'react';

const TypesetFormula = lazy(async () => ({ default: (await import('./TypesetFormula')).TypesetFormula }));

type FormulaProps = {
  /** TeX, written by the app itself. */
  readonly tex: string;
  /** The formula in plain text, shown while the typesetter downloads. */
  readonly plain?: string;
  /** Called with the `data-factor` of the part that was clicked. */
  readonly onPick?: (factor: string) => void;
};

/** A typeset formula, with MathML for screen readers. The typesetter is downloaded at its first use. */
export function Formula({ tex, plain = ' ', onPick }: FormulaProps) {
  return (
    <Suspense fallback={<span>{plain}</span>}>
      <TypesetFormula tex={tex} {...(onPick === undefined ? {} : { onPick })} />
    </Suspense>
  );
}
