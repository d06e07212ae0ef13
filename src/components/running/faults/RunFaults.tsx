import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { BackendChoice } from '../../../run/device/executor';
import type { RunError } from '../../../run/errors/runError';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { useDismissal } from '../../ui/useDismissal';
import { canRepeat } from './canRepeat';
import { Fault } from './Fault';
import { isUnstarted, useOnline } from './useOnline';
import type { RunSession } from '../../../lab/session/runSession';
import { samples, type SampleId } from '../../../lab/session/samples';
import type { SessionStatus } from '../../../lab/session/sessionStatus';

type RunFaultsProps = {
  readonly status: SessionStatus;
  /** Why nothing runs. */
  readonly fault: RunError | null;
  readonly session: Pick<RunSession, 'retryEngine' | 'retryLanes' | 'retrySource'>;
  readonly trained: { readonly fault: RunError | null; readonly retry: () => void };
  readonly onSample: (id: SampleId) => void;
  readonly onBackend: (backend: BackendChoice) => void;
  /** A resolution that needs much less memory than the current one; null where there is none. */
  readonly smallerResolution: number | null;
  readonly onResolution: (resolution: number) => void;
};

/** Everything that is wrong at the moment, once for each cause, with buttons that help. Usually renders nothing. */
export function RunFaults(props: RunFaultsProps) {
  const { status, fault, session, trained, onSample } = props;
  const { t } = useLingui();
  const offline = [
    { error: status.sourceFault, retry: session.retrySource },
    { error: fault, retry: session.retryLanes },
    { error: trained.fault, retry: trained.retry },
  ].filter(({ error }) => error?.code === 'downloadFailed');
  const retryDownloads = () => {
    for (const { retry } of offline) retry();
  };
  useOnline(offline.length > 0, retryDownloads);
  useOnline(fault !== null && isUnstarted(fault), session.retryEngine);
  const keepsPicture = status.source !== null && status.sourceFault !== null && !status.hasEnded;
  const unlessOffline = (error: RunError | null) => (error?.code === 'downloadFailed' ? null : error);
  return (
    <>
      <Fault
        error={offline[0]?.error ?? null}
        actions={offline[0]?.error && <RetryButton error={offline[0].error} onRetry={retryDownloads} />}
      />
      <Fault
        error={unlessOffline(status.sourceFault)}
        actions={
          status.sourceFault && (
            <SourceActions
              error={status.sourceFault}
              offersSample={offersSample(status.sourceFault, status)}
              onRetry={session.retrySource}
              onSample={onSample}
            />
          )
        }
      >
        {keepsPicture ? <Trans>The previous picture stays.</Trans> : null}
        {status.hasEnded ? <Trans>The last picture stays, with its numbers.</Trans> : null}
      </Fault>
      {status.isRecovering ? (
        <Message tone="warning" title={t`The GPU was lost.`}>
          <Trans>It is being restored; your choices are kept.</Trans>
        </Message>
      ) : (
        <GivenUpDevice
          losses={status.device?.whyNotWebgpu === 'lost' ? status.losses : null}
          onReturn={session.retryEngine}
        />
      )}
      <Fault error={unlessOffline(fault)} actions={fault && <EngineActions error={fault} {...props} />} />
      <Fault
        error={unlessOffline(trained.fault)}
        actions={trained.fault && <RetryButton error={trained.fault} onRetry={trained.retry} />}
      />
    </>
  );
}

/** Whether a sample photo helps: not where the picture from before goes on, or where one button does it all. */
function offersSample(error: RunError, { source, hasEnded }: SessionStatus): boolean {
  if (hasEnded) return !canRepeat(error);
  return source === null || !refusedFile.has(error.code);
}

/** Faults of a file: where a picture shows, that one goes on. */
const refusedFile: ReadonlySet<RunError['code']> = new Set(['notAnImage', 'notAVideo']);

type SourceActionsProps = Pick<RunFaultsProps, 'onSample'> & {
  readonly error: RunError;
  readonly offersSample: boolean;
  readonly onRetry: () => void;
};

function SourceActions({ error, offersSample, onRetry, onSample }: SourceActionsProps) {
  const [first] = samples;
  return (
    <>
      <RetryButton error={error} onRetry={onRetry} />
      {offersSample ? (
        <Button
          icon="photo"
          onPress={() => {
            onSample(first.id);
          }}
        >
          <Trans>Use a sample photo</Trans>
        </Button>
      ) : null}
    </>
  );
}

function EngineActions({
  error,
  session,
  onBackend,
  smallerResolution,
  onResolution,
}: RunFaultsProps & { readonly error: RunError }) {
  return (
    <>
      <RetryButton error={error} onRetry={session.retryEngine} />
      <SmallerResolution error={error} resolution={smallerResolution} onResolution={onResolution} />
      {deviceFaults.has(error.code) ? (
        <Button
          onPress={() => {
            onBackend('wasm');
          }}
        >
          <Trans>Use WebAssembly</Trans>
        </Button>
      ) : null}
    </>
  );
}

/** Faults that another backend does not have. */
const deviceFaults: ReadonlySet<RunError['code']> = new Set(['noWebgpu', 'deviceLost', 'outOfMemory', 'deviceError']);

type SmallerResolutionProps = {
  readonly error: RunError;
  readonly resolution: RunFaultsProps['smallerResolution'];
  readonly onResolution: RunFaultsProps['onResolution'];
};

/** Offers a smaller resolution after running out of memory. */
export function SmallerResolution({ error, resolution, onResolution }: SmallerResolutionProps) {
  if (error.code !== 'outOfMemory' || resolution === null) return null;
  return (
    <Button
      onPress={() => {
        onResolution(resolution);
      }}
    >
      <Trans>
        Use {resolution} × {resolution} pixels
      </Trans>
    </Button>
  );
}

type RetryButtonProps = { readonly error: RunError; readonly onRetry: () => void };

/** Does again what failed, where that can succeed; a worker that is gone is started again for it. */
export function RetryButton({ error, onRetry }: RetryButtonProps) {
  if (!canRepeat(error)) return null;
  return (
    <Button icon="reset" onPress={onRetry}>
      {error.code === 'workerGone' ? <Trans>Start it again</Trans> : <Trans>Try again</Trans>}
    </Button>
  );
}

type GivenUpDeviceProps = {
  /** Null while the device runs. */ readonly losses: number | null;
  readonly onReturn: () => void;
};

/** Says that WebAssembly has taken over from a graphics device that was lost, and offers the way back. */
function GivenUpDevice({ losses, onReturn }: GivenUpDeviceProps) {
  const { isShown, dismiss } = useDismissal(losses);
  if (losses === null || !isShown) return null;
  return (
    <Message
      tone="warning"
      onDismiss={dismiss}
      title={
        <Plural
          value={losses}
          one="The GPU was lost and could not be restored."
          other="The GPU was lost # times in a row."
        />
      }
      actions={
        <Button icon="reset" onPress={onReturn}>
          <Trans>Switch back to WebGPU</Trans>
        </Button>
      }
    >
      <Trans>
        The network continues on WebAssembly, on the CPU. Before you switch back, close other tabs and programs that use
        the GPU, or update its driver.
      </Trans>
    </Message>
  );
}
