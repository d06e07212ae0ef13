import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import type { DeviceMemory } from '../../../run/device/executor';
import type { LoadReport } from '../../../run/engine/engineCalls';
import { sparklineOf } from '../../../viz/charts/sparkline';
import { bytesText, durationText, exactNumberText, millisecondsText, numberFormat } from '../../ui/numberText';
import { backendName } from '../../../run/device/backendName';
import type { FrameFeed, FrameSummary } from '../../../lab/feed/frameFeed';
import { framesKept, latencyParts, type Latency } from '../../../lab/feed/latencyWindow';
import styles from './LatencyOverlay.module.css';
import { heldMemory } from '../../../lab/session/followMemory';
import { MissingKernelText } from '../../running/network/MissingKernelText';
import { useLatencyPartNames } from './useLatencyPartNames';

type LatencyOverlayProps = {
  readonly report: LoadReport;
  /** What the device holds now; null until it has answered. */
  readonly memory: DeviceMemory | null;
  readonly frames: FrameFeed;
  /** Frames per second mean nothing for a picture that is classified once. */
  readonly isStill: boolean;
};

/** The latency of the run in parts, laid over the picture and legible from the back of a room. */
export function LatencyOverlay({ report, memory, frames, isStill }: LatencyOverlayProps) {
  const { t } = useLingui();
  const summary = useSyncExternalStore(frames.subscribe, frames.summary);
  return (
    <div className={styles.overlay} role="group" aria-label={t`Latency`}>
      <DeviceLine device={report.device} memory={heldMemory(memory, report.memory)} />
      {summary === null ? null : (
        <div className={styles.panel} data-frames={summary.latency.frames}>
          <Totals summary={summary} isStill={isStill} />
          <PartsBar latency={summary.latency} />
          <PartsList latency={summary.latency} />
          <Apart report={report} frameCount={summary.latency.frames} />
        </div>
      )}
    </div>
  );
}

function DeviceLine({ device, memory }: Pick<LoadReport, 'device' | 'memory'>) {
  const { t, i18n } = useLingui();
  const held = bytesText(memory.bytes, i18n.locale);
  return (
    <p className={styles.device}>
      <strong>{backendName(device.backend)}</strong> <span className={styles.adapter}>{device.adapter}</span>{' '}
      {device.halfPrecision === 'on' ? <span className={styles.memory}>{t`half precision`}</span> : null}{' '}
      <span className={styles.memory} data-tensors={memory.tensors}>
        {device.backend === 'webgpu' ? t`GPU memory held: ${held}` : t`memory held: ${held}`}
      </span>
    </p>
  );
}

function Totals({ summary, isStill }: { readonly summary: FrameSummary; readonly isStill: boolean }) {
  const { t, i18n } = useLingui();
  const { latency, shownPerSecond, droppedFrames } = summary;
  const rate = numberFormat(i18n.locale, { maximumFractionDigits: shownPerSecond < 10 ? 1 : 0 });
  return (
    <div className={styles.head}>
      <dl className={styles.totals}>
        <div>
          <dt>
            <Trans>end to end</Trans>
          </dt>
          <dd>
            {millisecondsText(latency.endToEndMs, i18n.locale)} <small>ms</small>
          </dd>
        </div>
        {latency.frames > 1 ? (
          <div className={styles.second}>
            <dt>{t`95th percentile`}</dt>
            <dd>
              {millisecondsText(latency.endToEndP95Ms, i18n.locale)} <small>ms</small>
            </dd>
          </div>
        ) : null}
        {isStill ? null : (
          <>
            <div>
              <dt>
                <Trans>frames shown per second</Trans>
              </dt>
              <dd>{shownPerSecond > 0 ? rate.format(shownPerSecond) : '–'}</dd>
            </div>
            <div className={styles.second}>
              <dt>{t`dropped frames`}</dt>
              <dd>{exactNumberText(droppedFrames, i18n.locale)}</dd>
            </div>
          </>
        )}
      </dl>
      {latency.frames > 1 ? <History latency={latency} /> : null}
    </div>
  );
}

const historyBox = { width: 200, height: 36, slots: framesKept } as const;

function History({ latency: { historyMs } }: { readonly latency: Latency }) {
  const { t, i18n } = useLingui();
  const { line, area, max } = sparklineOf(historyMs, historyBox);
  const slowest = durationText(max, i18n.locale);
  return (
    <svg
      className={styles.history}
      viewBox={`0 -2 ${historyBox.width} ${historyBox.height + 2}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t`End to end over the last frames, ${slowest} at most`}
    >
      <path className={styles.historyArea} d={area} />
      <path className={styles.historyLine} d={line} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function PartsBar({ latency }: { readonly latency: Latency }) {
  return (
    <div className={styles.bar} aria-hidden="true">
      {latencyParts.map((part) => (
        <span key={part} className={styles[part]} style={{ flexGrow: latency.partsMs[part] }} />
      ))}
    </div>
  );
}

function PartsList({ latency }: { readonly latency: Latency }) {
  const { i18n } = useLingui();
  const names = useLatencyPartNames();
  return (
    <dl className={styles.parts}>
      {latencyParts.map((part) => (
        <div key={part} className={styles.part}>
          <dt>
            <span className={`${styles.swatch} ${styles[part]}`} />
            {names[part]}
          </dt>
          <dd>
            {millisecondsText(latency.partsMs[part], i18n.locale)} <small>ms</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Apart({ report, frameCount }: { readonly report: LoadReport; readonly frameCount: number }) {
  const { t, i18n } = useLingui();
  const compilation = durationText(report.compileMs, i18n.locale);
  const firstFrame = durationText(report.firstFrameMs, i18n.locale);
  return (
    <p className={styles.apart}>
      {t`before that, once: compilation ${compilation}, first frame ${firstFrame}`}{' '}
      {frameCount > 1 ? <span>{t`medians of ${frameCount} frames`}</span> : null}{' '}
      {report.missingKernel === undefined ? null : (
        <span>
          <MissingKernelText missing={report.missingKernel} />
        </span>
      )}
    </p>
  );
}
