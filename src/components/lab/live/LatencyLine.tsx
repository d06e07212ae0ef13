import { Trans, useLingui } from '@lingui/react/macro';
import { useState, useSyncExternalStore } from 'react';
import type { DeviceMemory, DeviceReport } from '../../../run/device/executor';
import type { LoadReport } from '../../../run/engine/engineCalls';
import { millisecondsText } from '../../ui/numberText';
import { Spoken } from '../../ui/Spoken';
import { useEscape } from '../../ui/useEscape';
import { useKey } from '../../ui/useKey';
import { backendName } from '../../../run/device/backendName';
import type { FrameFeed } from '../../../lab/feed/frameFeed';
import { latencyParts, type Latency } from '../../../lab/feed/latencyWindow';
import { useAdapterText } from '../../running/network/useAdapterText';
import { LatencyDetails } from './LatencyDetails';
import styles from './LatencyLine.module.css';

type LatencyLineProps = {
  readonly report: LoadReport;
  /** What the device holds now; null until it has answered. */
  readonly memory: DeviceMemory | null;
  readonly frames: FrameFeed;
  /** Frames per second mean nothing for a picture that is classified once. */
  readonly isStill: boolean;
  /** Whether the camera or video has ended: the figures are of its last frames. */
  readonly isOver: boolean;
};

/** The latency of the run in one line below the picture. Hover, focus, a press or the L key open its parts. */
export function LatencyLine({ report, memory, frames, isStill, isOver }: LatencyLineProps) {
  const { t, i18n } = useLingui();
  const summary = useSyncExternalStore(frames.subscribe, frames.summary);
  const { isOpen, toggle, near, pin } = useOpening();
  return (
    <div
      className={styles.root}
      role="group"
      aria-label={t`Latency`}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === 'mouse') near(true);
      }}
      onPointerLeave={() => {
        near(false);
      }}
      onFocus={({ target }) => {
        if (target.matches(':focus-visible')) near(true);
      }}
      onBlur={() => {
        near(false);
      }}
    >
      {isOpen && summary !== null ? (
        <LatencyDetails report={report} memory={memory} summary={summary} isStill={isStill} onPress={pin} />
      ) : null}
      <button type="button" className={styles.line} aria-expanded={isOpen} aria-keyshortcuts="L" onClick={toggle}>
        <span className={styles.total}>
          <Spoken>
            <Trans>end to end</Trans>
          </Spoken>{' '}
          {summary === null ? '–' : millisecondsText(summary.latency.endToEndMs, i18n.locale)} <small>ms</small>
        </span>{' '}
        <PartsBar latency={summary?.latency ?? null} />
        <span className={styles.device}>
          {isOver ? <Trans>ended</Trans> : <DeviceText device={report.device} />}
        </span>{' '}
        <kbd aria-hidden="true">L</kbd>
      </button>
    </div>
  );
}

/** Open while the pointer or the focus is near, or for good after a press or the key, until the next. */
function useOpening() {
  const [isPinned, pin] = useState(false);
  const [isNear, near] = useState(false);
  const isOpen = isPinned || isNear;
  const close = () => {
    pin(false);
    near(false);
  };
  useKey('l', () => {
    if (isOpen) close();
    else pin(true);
  });
  useEscape(isOpen, close);
  return {
    isOpen,
    near,
    pin: () => {
      pin(true);
    },
    toggle: () => {
      if (isPinned) close();
      else pin(true);
    },
  };
}

function PartsBar({ latency }: { readonly latency: Latency | null }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      {latency === null
        ? null
        : latencyParts.map((part) => <span key={part} data-part={part} style={{ flexGrow: latency.partsMs[part] }} />)}
    </span>
  );
}

function DeviceText({ device: { backend, adapter, halfPrecision } }: { readonly device: DeviceReport }) {
  const { t } = useLingui();
  const adapterText = useAdapterText();
  const [threads] = /\d+ threads?$/.exec(adapter) ?? [];
  const parts = [
    backendName(backend),
    adapterText(threads ?? adapter),
    ...(halfPrecision === 'on' ? [t`half precision`] : []),
  ];
  return parts.join(', ');
}
