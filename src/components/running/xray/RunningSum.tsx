import { Trans, useLingui } from '@lingui/react/macro';
import type { Pixel } from '../../../nets/arithmetic/pixel';
import { waterfallOf } from '../../../viz/maps/waterfall';
import { fixedText, signedText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import styles from './RunningSum.module.css';

type RunningSumProps = {
  readonly pixel: Pixel;
  /** Products beyond are pale. */
  readonly upTo: number;
};

/** Px. */
const height = 190;

/** The sum as it grows, product by product, and the bias at its end. */
export function RunningSum({ pixel, upTo }: RunningSumProps) {
  const { t, i18n } = useLingui();
  const products = pixel.terms.map(({ value, weight }) => value * weight);
  return (
    <figure className={styles.figure}>
      <figcaption>
        <Trans>Running sum</Trans>
      </figcaption>
      <Sized>
        {(width) => {
          const { zero, labels, bias, end, ...paths } = waterfallOf(products, pixel.bias, upTo, { width, height });
          return (
            <svg
              width={width}
              height={height}
              role="img"
              aria-label={t`Running sum: ${fixedText(pixel.value, i18n.locale, 3)} with the bias`}
            >
              <path className={styles.zero} d={`M0 ${zero.toFixed(1)}H${String(width)}`} />
              <path data-sign="positive" d={paths.positive} />
              <path data-sign="negative" d={paths.negative} />
              <path className={styles.pale} d={paths.pale} />
              <path className={styles.current} d={paths.current} />
              {labels.map(({ x, y, value }) => (
                <text key={x} x={x} y={y} textAnchor="middle">
                  {signedText(value, i18n.locale, 2)}
                </text>
              ))}
              <g className={upTo >= products.length ? undefined : styles.pale}>
                <rect className={styles.bias} {...bias} />
                <text x={bias.x + bias.width / 2} y={bias.y - 6} textAnchor="middle">
                  {t`bias`}
                </text>
                {upTo >= products.length ? (
                  <text x={end.x - 4} y={end.y + 5} className={styles.value}>
                    {fixedText(pixel.value, i18n.locale, 3)}
                  </text>
                ) : null}
              </g>
            </svg>
          );
        }}
      </Sized>
    </figure>
  );
}
