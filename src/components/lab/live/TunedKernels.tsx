import { Trans, useLingui } from '@lingui/react/macro';
import type { TunedKernel } from '../../../run/device/executor';
import { durationText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import styles from './TunedKernels.module.css';

/** Tuning results on this device: the winning kernel for each layer shape, and the times of the others. */
export function TunedKernels({ kernels }: { readonly kernels: readonly TunedKernel[] }) {
  const { t, i18n } = useLingui();
  if (kernels.length === 0) return null;
  const { length: count } = kernels;
  const time = (ms: number): string => durationText(ms, i18n.locale);
  return (
    <details className={styles.panel}>
      <summary>
        <Trans>The fastest kernels on this GPU ({count})</Trans>
      </summary>
      <p>
        <Trans>
          The first time a layer shape comes up, several kernels are timed on it. This browser keeps the fastest one
          whose result agrees.
        </Trans>
      </p>
      <div className={styles.scroll} role="region" aria-label={t`Kernels`} tabIndex={0}>
        <Table
          look="plain"
          rows={kernels}
          keyOf={({ shape }) => shape}
          columns={[
            { head: t`Shape`, value: ({ shape }) => shape },
            { head: t`Fastest`, value: ({ kernel, timesMs }) => `${kernel}: ${time(timesMs[kernel] ?? 0)}` },
            { head: t`Others`, show: (tuned) => <Others tuned={tuned} /> },
          ]}
        />
      </div>
    </details>
  );
}

function Others({ tuned: { kernel, timesMs, wrong = [] } }: { readonly tuned: TunedKernel }) {
  const { i18n } = useLingui();
  return (
    <ul>
      {Object.entries(timesMs)
        .filter(([name]) => name !== kernel)
        .map(([name, ms]) => (
          <li key={name}>
            {name}: {durationText(ms, i18n.locale)}
          </li>
        ))}
      {wrong.map((name) => (
        <li key={name}>
          {name}: <Trans>excluded: the result differs</Trans>
        </li>
      ))}
    </ul>
  );
}
