import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { NetworkPart, PartCost } from '../../../nets/readings/networkParts';
import styles from './NetworkStrip.module.css';

type StripKeyProps = { readonly parts: readonly NetworkPart[]; readonly cost: PartCost };

/** What the shapes of a strip mean, of those that it has. */
export function StripKey({ parts, cost }: StripKeyProps) {
  const { t } = useLingui();
  const has = (is: (part: NetworkPart) => boolean): boolean => parts.some(is);
  const hasBlocks = has(({ kind }) => kind === 'block');
  return (
    <ul className={styles.key} data-cost={cost}>
      {hasBlocks ? (
        <>
          <Entry sign={<rect className={styles.sample} x={1} y={4} width={34} height={12} />}>
            {t`widest map inside the block`}
          </Entry>
          <Entry sign={<rect className={styles.passed} x={12} y={4} width={12} height={12} />}>
            {t`what the block passes on`}
          </Entry>
        </>
      ) : (
        <Entry sign={<rect className={styles.sample} x={1} y={4} width={34} height={12} />}>{t`output map`}</Entry>
      )}
      {has(({ shortcut }) => shortcut === 'identity') ? (
        <Entry sign={<path className={styles.arc} d="M2 14c0 -12 32 -12 32 0" />}>{t`input added`}</Entry>
      ) : null}
      {has(({ shortcut }) => shortcut === 'projection') ? (
        <Entry sign={<path className={styles.arc} data-shortcut="projection" d="M2 14c0 -12 32 -12 32 0" />}>
          {t`input added through a 1×1 convolution`}
        </Entry>
      ) : null}
      {has(({ inner }) => inner !== undefined && inner.from > inner.to) ? (
        <Entry
          sign={<path className={styles.sample} d="M2 2h16v4h16v8h-16v4h-16z" />}
        >{t`stride 2 halves the map`}</Entry>
      ) : null}
      {has(({ kind }) => kind === 'pool') ? (
        <Entry sign={<path className={styles.sample} d="M12 2l12 5v6l-12 5z" />}>{t`pooling`}</Entry>
      ) : null}
    </ul>
  );
}

function Entry({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      <svg width={36} height={20} aria-hidden="true">
        {sign}
      </svg>
      {children}
    </li>
  );
}
