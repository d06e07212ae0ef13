import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { SeenTensor } from '../../../nets/maps/tensorView';
import { wholePercentText } from '../../ui/numberText';
import styles from './BlockLevel.module.css';

/** The bar of shares, px. */
const leastBar = 64;

/** How much an activation set to zero on this frame, and to six. */
export function ZeroShares({ seen, width }: { readonly seen: SeenTensor; readonly width: number }) {
  const { i18n } = useLingui();
  const { zeros, sixes, silent } = useMemo(() => zerosOf(seen), [seen]);
  if (zeros === 0) return null;
  const zero = wholePercentText(zeros, i18n.locale);
  return (
    <>
      <span className={styles.zeros} style={{ inlineSize: Math.max(leastBar, width) }} aria-hidden="true">
        <span data-kind="zeros" style={{ flexGrow: zeros }} />
        <span data-kind="between" style={{ flexGrow: 1 - zeros - sixes }} />
        <span data-kind="sixes" style={{ flexGrow: sixes }} />
      </span>
      <span>
        {sixes > 0 ? (
          <Trans>
            {zero} zeros, {wholePercentText(sixes, i18n.locale)} sixes
          </Trans>
        ) : (
          <Trans>{zero} zeros</Trans>
        )}
      </span>
      {silent > 0 ? (
        <span>
          <Trans>
            {silent} of {seen.shape[2]} silent
          </Trans>
        </span>
      ) : null}
    </>
  );
}

function zerosOf({ numbers: { zeros, sixes } }: SeenTensor) {
  const meanOf = (shares: Float32Array): number => shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { zeros: meanOf(zeros), sixes: meanOf(sixes), silent: zeros.filter((share) => share === 1).length };
}
