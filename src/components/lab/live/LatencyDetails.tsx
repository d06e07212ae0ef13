import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { DeviceMemory } from '../../../run/device/executor';
import type { LoadReport } from '../../../run/engine/engineCalls';
import { sparklineOf } from '../../../viz/charts/sparkline';
import { Term } from '../../explain/glossary/Term';
import { bytesText, durationText, exactNumberText, millisecondsText, numberFormat } from '../../ui/numberText';
import type { FrameSummary } from '../../../lab/feed/frameFeed';
import { framesKept, latencyParts, type Latency } from '../../../lab/feed/latencyWindow';
import { heldMemory } from '../../../lab/session/followMemory';
import { useAdapterText } from '../../running/network/useAdapterText';
import { MissingKernelText } from '../../running/network/MissingKernelText';
import styles from './LatencyLine.module.css';
import { useLatencyPartNames } from './useLatencyPartNames';

type LatencyDetailsProps = {
  readonly report: LoadReport;
  readonly memory: DeviceMemory | null;
  readonly summary: FrameSummary;
  readonly isStill: boolean;
  /** Called when something in it is pressed, and may open a popup. */
  readonly onPress: () => void;
};

/** The parts of the latency by name, its tail and history, and what was needed once. */
export function LatencyDetails({ report, memory, summary, isStill, onPress }: LatencyDetailsProps) {
  const { i18n } = useLingui();
  const names = useLatencyPartNames();
  const { latency } = summary;
  return (
    <div className={styles.details} data-frames={latency.frames} onPointerDown={onPress}>
      <dl className={styles.parts}>
        {latencyParts.map((part) => (
          <div key={part} data-part={part}>
            <dt>
              <Term of={part}>{names[part]}</Term>
            </dt>
            <dd>
              {millisecondsText(latency.partsMs[part], i18n.locale)} <small>ms</small>
            </dd>
          </div>
        ))}
      </dl>
      <Rates summary={summary} isStill={isStill} />
      <Apart report={report} memory={memory} frameCount={latency.frames} />
    </div>
  );
}

/** What only several frames have: how slow the slowest are, and how many come. */
function Rates({ summary, isStill }: Pick<LatencyDetailsProps, 'summary' | 'isStill'>) {
  const { t, i18n } = useLingui();
  const { latency, shownPerSecond, droppedFrames } = summary;
  const rate = numberFormat(i18n.locale, { maximumFractionDigits: shownPerSecond < 10 ? 1 : 0 });
  const isSeveral = latency.frames > 1;
  if (!isSeveral && isStill) return null;
  return (
    <div className={styles.rates}>
      <dl>
        {isSeveral ? (
          <Rate name={t`95th percentile`}>
            {millisecondsText(latency.endToEndP95Ms, i18n.locale)} <small>ms</small>
          </Rate>
        ) : null}
        {isStill ? null : (
          <>
            <Rate name={t`frames per second`}>{shownPerSecond > 0 ? rate.format(shownPerSecond) : '–'}</Rate>
            <Rate name={t`dropped frames`}>{exactNumberText(droppedFrames, i18n.locale)}</Rate>
          </>
        )}
      </dl>
      {isSeveral ? <History latency={latency} /> : null}
    </div>
  );
}

function Rate({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt> <dd>{children}</dd>
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
      aria-label={t`End-to-end latency of recent frames, at most ${slowest}`}
    >
      <path className={styles.historyArea} d={area} />
      <path className={styles.historyLine} d={line} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** What was needed once, what the device is, and what it holds. */
function Apart({
  report,
  memory,
  frameCount,
}: Pick<LatencyDetailsProps, 'report' | 'memory'> & { readonly frameCount: number }) {
  const { t, i18n } = useLingui();
  const adapterText = useAdapterText();
  const compilation = durationText(report.compileMs, i18n.locale);
  const firstFrame = durationText(report.firstFrameMs, i18n.locale);
  const { device, missingKernel } = report;
  const { bytes, tensors } = heldMemory(memory, report.memory);
  const held = bytesText(bytes, i18n.locale);
  return (
    <p className={styles.apart}>
      <span>{t`once, at the start: compilation ${compilation}, first frame ${firstFrame}`}</span>{' '}
      {frameCount > 1 ? <span>{t`medians of ${frameCount} frames`}</span> : null}{' '}
      <span data-tensors={tensors}>
        {device.backend === 'webgpu' ? t`GPU memory in use: ${held}` : t`memory in use: ${held}`}
      </span>{' '}
      <span>{adapterText(device.adapter)}</span>{' '}
      {missingKernel === undefined ? null : (
        <span>
          <MissingKernelText missing={missingKernel} />
        </span>
      )}
      {device.softwareAdapter ? (
        <span>
          <Trans>
            WebGPU is emulated on the CPU here: results are the same, but the speed says nothing about a GPU.
          </Trans>
        </span>
      ) : null}
    </p>
  );
}
