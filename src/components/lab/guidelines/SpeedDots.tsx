import { useLingui } from '@lingui/react/macro';
import type { paperDevices } from '../../../nets/explorables/guidelineExperiments';
import type { TimedVariant } from '../../../lab/guidelines/experimentFiles';
import { percentText } from '../../ui/numberText';
import styles from './SpeedDots.module.css';

/** Speeds as shares of the fastest on each device; here with the shares at the quartiles of the time. */
type Shares = Readonly<Record<'here' | 'low' | 'high' | (typeof paperDevices)[number], number>>;

function sharesOf(variant: TimedVariant, variants: readonly TimedVariant[]): Shares {
  const bestMs = Math.min(...variants.map(({ timeMs }) => timeMs.median));
  const paperShare = (device: (typeof paperDevices)[number]) =>
    variant.paper[device] / Math.max(...variants.map(({ paper }) => paper[device]));
  const { median, low, high } = variant.timeMs;
  return {
    here: bestMs / median,
    low: bestMs / high,
    high: Math.min(1, bestMs / low),
    gpu: paperShare('gpu'),
    arm: paperShare('arm'),
  };
}

/** The least share on the axis: a multiple of ten per cent that is not above any. */
function axisStart(variants: readonly TimedVariant[]): number {
  const shares = variants.map((variant) => sharesOf(variant, variants));
  const least = Math.min(...shares.flatMap(({ here, low, gpu, arm }) => [here, low, gpu, arm]));
  return Math.min(0.9, Math.floor(least * 10) / 10);
}

type SpeedDotsProps = { readonly variant: TimedVariant; readonly variants: readonly TimedVariant[] };

/** A row of the dot plot: this device with the middle half of its rounds, and the paper's two. */
export function SpeedDots({ variant, variants }: SpeedDotsProps) {
  const { i18n, t } = useLingui();
  const start = axisStart(variants);
  const shares = sharesOf(variant, variants);
  const place = (share: number) => `${(100 * (share - start)) / (1 - start)}%`;
  const [here, gpu, arm] = [shares.here, shares.gpu, shares.arm].map((share) => percentText(share, i18n.locale, 0));
  return (
    <span className={styles.plot} role="img" aria-label={t`here ${here}, the paper’s GPU ${gpu}, its ARM ${arm}`}>
      <span
        className={styles.whisker}
        style={{
          insetInlineStart: place(shares.low),
          inlineSize: `${(100 * (shares.high - shares.low)) / (1 - start)}%`,
        }}
      />
      {(['arm', 'gpu', 'here'] as const).map((kind) => (
        <span key={kind} className={styles[kind]} style={{ insetInlineStart: place(shares[kind]) }} />
      ))}
    </span>
  );
}

/** The head of the dot plot: what each shape is, and where its axis begins and ends. */
export function SpeedDotsHead({ variants }: { readonly variants: readonly TimedVariant[] }) {
  const { i18n, t } = useLingui();
  const names = { here: t`this device`, gpu: t`Paper, GPU`, arm: t`Paper, ARM` };
  return (
    <>
      {t`Speed (fastest = 100%)`}
      <span className={styles.key}>
        {(['here', 'gpu', 'arm'] as const).map((kind) => (
          <span key={kind} className={styles.entry}>
            <span className={styles.swatch} aria-hidden="true">
              <span className={styles[kind]} />
            </span>
            {names[kind]}
          </span>
        ))}
      </span>
      <span className={styles.axis} aria-hidden="true">
        <span>{percentText(axisStart(variants), i18n.locale, 0)}</span>
        <span>{percentText(1, i18n.locale, 0)}</span>
      </span>
    </>
  );
}
