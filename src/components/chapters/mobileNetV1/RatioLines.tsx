import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Cost } from '../../../nets/readings/cost';
import { Formula } from '../../explain/cost/Formula';
import { exactNumberText, numberFormat, percentText } from '../../ui/numberText';
import styles from './RatioLines.module.css';

type RatioLinesProps = {
  /** Costs of the split block and of the convolution that it replaces. */
  readonly split: Cost;
  readonly standard: Cost;
  readonly outChannels: number;
  readonly kernel: number;
};

/** A term that lights up together with its filters and its part of the bar. */
type Part = 'standard' | 'depthwise' | 'pointwise';
const term = (part: Part, tex: string): string => `\\htmlData{k=${part}}{${tex}}`;
const fraction = (over: string, under: string): string => `\\dfrac{${over}}{${under}}`;
const sum = (depthwise: string, pointwise: string): string =>
  `${term('depthwise', depthwise)} + ${term('pointwise', pointwise)}`;

/** The ratio of multiply-adds, from what the layers need to 1/N + 1/k², a line for each step. */
export function RatioLines({ split, standard, outChannels, kernel }: RatioLinesProps) {
  const { i18n } = useLingui();
  const exact = (value: number): string => exactNumberText(value, i18n.locale);
  const tex = (value: number): string => exact(value).replaceAll(',', '{,}');
  const [depthwise = 0, pointwise = 0] = split.layers.filter(({ macs }) => macs > 0).map(({ macs }) => macs);
  const ratio = split.macs / standard.macs;
  const text = numberFormat(i18n.locale, { maximumSignificantDigits: 3 }).format(ratio);
  const area = kernel ** 2;
  return (
    <ol className={styles.lines}>
      <Line
        tex={fraction(sum('k^2 M\\,h\\,w', 'M N\\,h\\,w'), term('standard', 'k^2 M N\\,h\\,w'))}
        numbers={fraction(sum(tex(depthwise), tex(pointwise)), term('standard', tex(standard.macs)))}
      >
        <Trans>Count both: the split’s two layers over the one standard convolution.</Trans>
      </Line>
      <Line tex={`= ${fraction(sum('k^2 M', 'M N'), term('standard', 'k^2 M N'))}`}>
        <Trans>Every layer here writes the same h×w output pixels: cancel them.</Trans>
      </Line>
      <Line tex={`= ${fraction(sum('k^2', 'N'), term('standard', 'k^2 N'))}`}>
        <Trans>Every term has the M input channels: cancel them too.</Trans>
      </Line>
      <Line
        tex={`= ${sum(fraction('1', 'N'), fraction('1', 'k^2'))}`}
        numbers={`= ${sum(fraction('1', String(outChannels)), fraction('1', String(area)))} = \\mathbf{${text}}`}
      >
        <Trans>Divide each term: N and k are all that is left.</Trans>
      </Line>
      <li data-ratio={ratio}>
        <RatioBar depthwise={depthwise / standard.macs} pointwise={pointwise / standard.macs} />
      </li>
    </ol>
  );
}

type LineProps = { readonly tex: string; readonly numbers?: string; readonly children: ReactNode };

function Line({ tex, numbers, children }: LineProps) {
  return (
    <li className={styles.line}>
      <p className={styles.why}>{children}</p>
      <div className={styles.formulas}>
        <Formula tex={tex} />
        {numbers === undefined ? null : <Formula tex={numbers} />}
      </div>
    </li>
  );
}

type RatioBarProps = { readonly depthwise: number; readonly pointwise: number };

/** The two terms to scale, against the standard convolution. Where the split costs more, its bar is the longer one. */
function RatioBar({ depthwise, pointwise }: RatioBarProps) {
  const { i18n, t } = useLingui();
  const percent = (share: number): string => percentText(share, i18n.locale, 1);
  const whole = Math.max(1, depthwise + pointwise);
  const size = (share: number) => ({ inlineSize: `${String((100 * share) / whole)}%` });
  const [spatial, mixing, total] = [percent(depthwise), percent(pointwise), percent(depthwise + pointwise)];
  return (
    <div
      role="img"
      className={styles.bars}
      aria-label={t`Of the standard convolution’s multiply-adds, the split does ${total}: ${spatial} depthwise and ${mixing} pointwise.`}
    >
      <span className={styles.name}>{t`standard`}</span>
      <span className={styles.standard} data-k="standard" style={size(1)} />
      <span className={styles.name}>{t`split`}</span>
      <span className={styles.split}>
        <span className={styles.depthwise} data-k="depthwise" style={size(depthwise)} />
        <span className={styles.pointwise} data-k="pointwise" style={size(pointwise)} />
        <span className={styles.total}>{total}</span>
      </span>
    </div>
  );
}
