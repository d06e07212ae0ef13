import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { BackendChoice } from '../../../run/device/executor';
import type { RunError } from '../../../run/errors/runError';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { RunErrorMessage } from './RunErrorMessage';
import type { RunSession } from '../../../lab/session/runSession';
import { samples, type SampleId } from '../../../lab/session/samples';
import type { SessionStatus } from '../../../lab/session/sessionStatus';

type RunFaultsProps = {
  readonly status: SessionStatus;
  /** Why nothing runs. */
  readonly fault: RunError | null;
  readonly session: Pick<RunSession, 'retryEngine' | 'retrySource'>;
  readonly trained: { readonly fault: RunError | null; readonly retry: () => void };
  readonly onSample: (id: SampleId) => void;
  readonly onBackend: (backend: BackendChoice) => void;
  /** A resolution that needs much less memory than the current one; null where there is none. */
  readonly smallerResolution: number | null;
  readonly onResolution: (resolution: number) => void;
};

/** Everything that is wrong at the moment, with buttons that help. Usually renders nothing. */
export function RunFaults(props: RunFaultsProps) {
  const { status, fault, session, trained, onSample } = props;
  const { t } = useLingui();
  return (
    <>
      {status.sourceFault === null ? null : (
        <RunErrorMessage
          error={status.sourceFault}
          actions={<SourceActions error={status.sourceFault} onRetry={session.retrySource} onSample={onSample} />}
        />
      )}
      {status.isRecovering ? (
        <Message tone="warning" title={t`The graphics device was lost.`}>
          <Trans>It is being brought back; nothing that you chose is lost.</Trans>
        </Message>
      ) : status.device?.whyNotWebgpu === 'lost' ? (
        <GivenUpDevice losses={status.losses} onReturn={session.retryEngine} />
      ) : null}
      {fault === null ? null : <RunErrorMessage error={fault} actions={<EngineActions error={fault} {...props} />} />}
      {trained.fault === null ? null : (
        <RunErrorMessage
          error={trained.fault}
          actions={<RetryButton error={trained.fault} onRetry={trained.retry} />}
        />
      )}
    </>
  );
}

function SourceActions({
  error,
  onRetry,
  onSample,
}: {
  readonly error: RunError;
  readonly onRetry: () => void;
  readonly onSample: RunFaultsProps['onSample'];
}) {
  const [first] = samples;
  return (
    <>
      {error.code === 'notAnImage' ? null : <RetryButton error={error} onRetry={onRetry} />}
      <Button
        icon="photo"
        onPress={() => {
          onSample(first.id);
        }}
      >
        <Trans>Use a sample photo</Trans>
      </Button>
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

/** Does again what failed; a worker that is gone is started again for it. */
export function RetryButton({ error, onRetry }: RetryButtonProps) {
  return (
    <Button icon="reset" onPress={onRetry}>
      {error.code === 'workerGone' ? <Trans>Start it again</Trans> : <Trans>Try again</Trans>}
    </Button>
  );
}

type GivenUpDeviceProps = { readonly losses: number; readonly onReturn: () => void };

/** Says that WebAssembly has taken over from a graphics device that was lost, and offers the way back. */
function GivenUpDevice({ losses, onReturn }: GivenUpDeviceProps) {
  return (
    <Message
      tone="warning"
      title={
        <Plural
          value={losses}
          one="The graphics device was lost and did not come back."
          other="The graphics device was lost # times in a row."
        />
      }
      actions={
        <Button icon="reset" onPress={onReturn}>
          <Trans>Go back to WebGPU</Trans>
        </Button>
      }
    >
      <Trans>
        The network goes on with WebAssembly, on the processor. Close other tabs and programs that use the graphics
        processor, or update its driver, before you go back.
      </Trans>
    </Message>
  );
}
