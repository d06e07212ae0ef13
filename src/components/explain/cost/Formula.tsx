import { lazy, Suspense } from 'react';

const TypesetFormula = lazy(async () => ({ default: (await import('./TypesetFormula')).TypesetFormula }));

type FormulaProps = {
  /** TeX, written by the app itself. */
  readonly tex: string;
  /** Shown while the typesetter downloads: the same in plain text. */
  readonly plain?: string;
  /** Called with the `data-factor` of the part that was clicked. */
  readonly onPick?: (factor: string) => void;
};

/** A formula, typeset for the eye and as MathML for screen readers. The typesetter is downloaded at its first use. */
export function Formula({ tex, plain = ' ', onPick }: FormulaProps) {
  return (
    <Suspense fallback={<span>{plain}</span>}>
      <TypesetFormula tex={tex} {...(onPick === undefined ? {} : { onPick })} />
    </Suspense>
  );
}
