import { Trans, useLingui } from '@lingui/react/macro';
import type { TunedKernel } from '../../../run/device/executor';
import { durationText } from '../../ui/numberText';
import styles from './TunedKernels.module.css';

/** What tuning found on this device: for each shape of layer the kernel that won, and what the others took. */
export function TunedKernels({ kernels }: { readonly kernels: readonly TunedKernel[] }) {
  const { t, i18n } = useLingui();
  if (kernels.length === 0) return null;
  const { length: count } = kernels;
  const time = (ms: number): string => durationText(ms, i18n.locale);
  return (
    <details className={styles['panel']}>
      <summary>
        <Trans>What is fastest on this graphics processor ({count})</Trans>
      </summary>
      <p>
        <Trans>
          Each shape of layer was timed with several kernels when it was first met; the fastest that computes the same
          is kept in this browser.
        </Trans>
      </p>
      <div className={styles['scroll']} role="region" aria-label={t`Kernels`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t`Shape`}</th>
              <th scope="col">{t`Fastest`}</th>
              <th scope="col">{t`Others`}</th>
            </tr>
          </thead>
          <tbody>
            {kernels.map(({ shape, kernel, timesMs, wrong = [] }) => (
              <tr key={shape}>
                <th scope="row">{shape}</th>
                <td>
                  {kernel}: {time(timesMs[kernel] ?? 0)}
                </td>
                <td>
                  <ul>
                    {Object.entries(timesMs)
                      .filter(([name]) => name !== kernel)
                      .map(([name, ms]) => (
                        <li key={name}>
                          {name}: {time(ms)}
                        </li>
                      ))}
                    {wrong.map((name) => (
                      <li key={name}>
                        {name}: <Trans>another result, so left out</Trans>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
