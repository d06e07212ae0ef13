import { Trans, useLingui } from '@lingui/react/macro';
import type { Pixel } from '../../../nets/arithmetic/pixel';
import { fixedText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import styles from './RunningSum.module.css';

type RunningSumProps = {
  readonly pixel: Pixel;
  /** Products beyond are not drawn. */
  readonly upTo: number;
};

/** Px. */
const size = { height: 170, top: 24, foot: 18, bias: 44 } as const;

/** The sum as it grows, product by product, and the bias at its end. */
export function RunningSum({ pixel, upTo }: RunningSumProps) {
  const { t, i18n } = useLingui();
  const steps: { readonly from: number; readonly to: number }[] = [];
  let sum = 0;
  for (const { value, weight } of pixel.terms) {
    steps.push({ from: sum, to: sum + value * weight });
    sum += value * weight;
  }
  const all = [0, pixel.value, ...steps.map(({ to }) => to)];
  const [least, greatest] = [Math.min(...all), Math.max(...all)];
  const span = greatest - least || 1;
  const y = (value: number): number => size.top + ((greatest - value) / span) * (size.height - size.top - size.foot);
  const isWhole = upTo >= steps.length;
  return (
    <figure className={styles.figure}>
      <figcaption>
        <Trans>Running sum</Trans>
      </figcaption>
      <Sized>
        {(width) => {
          const step = (width - size.bias - 70) / Math.max(1, steps.length);
          const bars = (isUp: boolean): string =>
            steps
              .slice(0, Number.isFinite(upTo) ? upTo : undefined)
              .map(({ from, to }, at) => {
                if (to > from !== isUp) return '';
                const top = y(Math.max(from, to));
                return `M${(at * step).toFixed(2)} ${top.toFixed(2)}h${Math.max(0.6, step - (step > 4 ? 1 : 0)).toFixed(2)}V${Math.max(top + 1, y(Math.min(from, to))).toFixed(2)}H${(at * step).toFixed(2)}z`;
              })
              .join('');
          const end = steps.length * step + 6;
          return (
            <svg
              width={width}
              height={size.height}
              role="img"
              aria-label={t`Running sum: ${fixedText(pixel.value, i18n.locale, 3)} with the bias`}
            >
              <path className={styles.zero} d={`M0 ${y(0).toFixed(1)}H${String(width)}`} />
              <path data-sign="positive" d={bars(true)} />
              <path data-sign="negative" d={bars(false)} />
              {isWhole ? (
                <>
                  <rect
                    className={styles.bias}
                    x={end}
                    width={size.bias - 12}
                    y={Math.min(y(sum), y(pixel.value))}
                    height={Math.max(1, Math.abs(y(sum) - y(pixel.value)))}
                  />
                  <text x={end + (size.bias - 12) / 2} y={Math.min(y(sum), y(pixel.value)) - 6} textAnchor="middle">
                    {t`bias`}
                  </text>
                  <text x={end + size.bias - 4} y={y(pixel.value) + 5} className={styles.value}>
                    {fixedText(pixel.value, i18n.locale, 3)}
                  </text>
                </>
              ) : null}
            </svg>
          );
        }}
      </Sized>
    </figure>
  );
}
