import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsNumberLiteral, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { Link } from 'react-router';
import { networkName } from '../../../nets/models/networkName';
import { measureLayers } from '../../../run/measure/measureJobs';
import type { LayersProgress } from '../../../run/measure/layersTask';
import { Button } from '../../ui/Button';
import { CopyLink } from '../../ui/CopyLink';
import { Message } from '../../ui/Message';
import { Progress } from '../../ui/Progress';
import { ExplorePage, Prose, Section } from '../../explain/page/ExplorePage';
import { backendChoices } from '../../running/measuring/backendChoices';
import type { MeasurementState } from '../../running/measuring/useMeasurement';
import { useMeasurement } from '../../running/measuring/useMeasurement';
import { useNetworkChoice } from '../../explain/network/useNetworkChoice';
import { Fault } from '../../running/faults/Fault';
import { RetryButton } from '../../running/faults/RunFaults';
import { LayersControls, methods, roundCounts } from './LayersControls';
import { LayersResults } from './LayersResults';
import type { LayersResult } from '../../../lab/layers/layersResult';
import { layersResult } from '../../../lab/layers/layersResult';
import styles from './Layers.module.css';

const address = {
  backend: parseAsStringLiteral(backendChoices).withDefault('auto'),
  method: parseAsStringLiteral(methods).withDefault('auto'),
  rounds: parseAsNumberLiteral(roundCounts).withDefault(5),
};

/** Shows where a network's time goes on this device, beside its multiply-adds and memory access. */
export function LayersPage() {
  const { t } = useLingui();
  const choice = useNetworkChoice();
  const [run, setRun] = useQueryStates(address);
  const { state, start, stop } = useMeasurement<LayersProgress>();
  const [result, setResult] = useState<LayersResult | null>(null);
  const name = networkName(choice.network);
  const { graph, fault } = choice;
  const measured = result?.network ?? name;
  const measure = (): void => {
    const task = { network: name, method: run.method, rounds: run.rounds };
    start(
      (options) => measureLayers(task, { backend: run.backend, ...options }),
      (report) => setResult(layersResult(name, graph, report)),
    );
  };
  return (
    <ExplorePage
      title={t`Where the time goes`}
      lede={
        <Trans>
          Multiply-adds say what a layer computes, not what it takes. Here every layer of a network is timed on this
          device, and its share of the time stands beside its shares of multiply-adds and of memory access.
        </Trans>
      }
    >
      {fault === undefined ? null : (
        <Message tone="warning" title={t`This address names no network`}>
          <Trans>{fault}. MobileNet V2 is shown instead.</Trans>
        </Message>
      )}
      <div className={styles.section}>
        <LayersControls
          choice={choice}
          run={run}
          device={result?.report.device ?? null}
          onChoose={(wanted) => void setRun(wanted)}
        />
        <div data-run className={styles.buttons}>
          {state.kind === 'running' ? (
            <Button icon="stop" onPress={stop}>
              <Trans>Stop</Trans>
            </Button>
          ) : (
            <Button look="primary" icon="repeat" onPress={measure}>
              {result === null ? <Trans>Measure</Trans> : <Trans>Measure again</Trans>}
            </Button>
          )}
          <CopyLink />
        </div>
        <RunState state={state} isEmpty={result === null} onRetry={measure} />
        {measured !== name ? (
          <Message tone="warning">
            <Trans>These are the times of {measured}; what is chosen now has not been measured.</Trans>
          </Message>
        ) : null}
      </div>
      {result === null ? null : <LayersResults result={result} />}
      <Section id="method" title={t`What is measured`}>
        <Prose>
          <p>
            <Trans>
              The network runs with random weights on a grey image, with the very kernels of the lab’s live page: on
              WebGPU the app’s own, on WebAssembly the calls of TensorFlow.js’s program that were recorded for it. What
              they compute together, a convolution with its sum, its gate and its activation, is timed together, and
              moves no memory in between. Splits, concatenations and shuffles are mostly another way to read the same
              memory: they take no time and are not listed, and a copy that a layer needs is timed with that layer. The
              same question for small networks made for it: <Link to="/guidelines">Guidelines</Link>.
            </Trans>
          </p>
        </Prose>
      </Section>
    </ExplorePage>
  );
}

type RunStateProps = {
  readonly state: MeasurementState<LayersProgress>;
  readonly isEmpty: boolean;
  readonly onRetry: () => void;
};

function RunState({ state, isEmpty, onRetry }: RunStateProps) {
  const { t } = useLingui();
  switch (state.kind) {
    case 'running': {
      const { stage, done, total } = state.progress ?? { stage: 'open', done: 0, total: 0 };
      const labels: Readonly<Record<string, string>> = {
        open: t`Opening the device`,
        peaks: t`Measuring the peaks of the device`,
        compile: t`Preparing the network`,
        layers: t`Timing the layers`,
      };
      return (
        <Progress
          label={labels[stage] ?? stage}
          detail={total === 0 ? '' : t`step ${done} of ${total}`}
          fraction={total === 0 ? null : done / total}
        />
      );
    }
    case 'failed':
      return <Fault error={state.error} actions={<RetryButton error={state.error} onRetry={onRetry} />} />;
    case 'stopped':
      return (
        <Message tone="note">
          <Trans>Stopped before all layers were timed.</Trans>
        </Message>
      );
    case 'idle':
    case 'done':
      return isEmpty ? (
        <Message tone="note">
          <Trans>Nothing has been measured yet. It takes from a few seconds to a minute, by device and network.</Trans>
        </Message>
      ) : null;
  }
}
