import { Trans, useLingui } from '@lingui/react/macro';
import type { ChannelBound } from '../../../viz/chapters/silentChannels';
import { numberFormat } from '../../ui/numberText';
import styles from './ChannelProof.module.css';

/** A channel's kernel and bias, and the least and the most that they can make of any image. */
export function ChannelProof({ bound }: { readonly bound: ChannelBound }) {
  const { i18n, t } = useLingui();
  const number = (value: number): string =>
    numberFormat(i18n.locale, { maximumSignificantDigits: 2 }).format(value).replace('-', '−');
  const { kernel, bias, inputMax, low, high } = bound;
  const sumOf = (isPart: (weight: number) => boolean) => kernel.filter(isPart).reduce((sum, weight) => sum + weight, 0);
  const [down, up] = [sumOf((weight) => weight < 0), sumOf((weight) => weight > 0)];
  return (
    <div className={styles.proof}>
      <div className={styles.weights}>
        <table className={styles.kernel} aria-label={t`The kernel`}>
          <tbody>
            {[0, 3, 6].map((row) => (
              <tr key={row}>
                {kernel.slice(row, row + 3).map((weight, column) => (
                  <td key={column} style={{ backgroundColor: shadeOf(weight) }}>
                    {number(weight)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          <Trans>bias {number(bias)}</Trans>
        </p>
      </div>
      <dl className={styles.bounds}>
        <dt>{t`Its input, for any image`}</dt>
        <dd>
          <Trans>0 to {number(inputMax)}</Trans>
        </dd>
        <dt>{t`Least: bias + input × negative weights`}</dt>
        <dd>
          {number(bias)} + {number(inputMax)} × ({number(down)}) = <b>{number(low)}</b>
        </dd>
        <dt>{t`Most: bias + input × positive weights`}</dt>
        <dd>
          {number(bias)} + {number(inputMax)} × {number(up)} = <b data-most>{number(high)}</b>
        </dd>
      </dl>
      <p className={styles.verdict} role="status">
        <Verdict bound={bound} number={number} />
      </p>
    </div>
  );
}

type VerdictProps = { readonly bound: ChannelBound; readonly number: (value: number) => string };

function Verdict({ bound: { fate, low, high }, number }: VerdictProps) {
  const clip = (value: number): string => number(Math.min(Math.max(value, 0), 6));
  const [from, to] = [clip(low), clip(high)];
  switch (fate) {
    case 'zero':
      return <Trans>Never above 0: ReLU6 writes 0 at every pixel of every image.</Trans>;
    case 'constant':
      return (
        <Trans>
          After ReLU6 it stays between {from} and {to}, whatever the image: a constant, not a feature.
        </Trans>
      );
    case 'alive':
      return (
        <Trans>
          After ReLU6 it can be anything from {from} to {to}: this channel says something about the image.
        </Trans>
      );
  }
}

/** The weight's size against a large one, as a shade of the colour of weights. */
function shadeOf(weight: number): string {
  const share = Math.min(1, Math.abs(weight) / 4);
  return `color-mix(in oklab, var(--params) ${String(Math.round(40 * Math.sqrt(share)))}%, var(--surface))`;
}
