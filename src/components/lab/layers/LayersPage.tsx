import { Trans, useLingui } from '@lingui/react/macro';
import { oneOf, oneOfNumbers } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { useMemo } from 'react';
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
import { LayersResults, resultsAddress } from './LayersResults';
import { bestRecord, isOfSettings, type LayersRecord, type LayersResult } from '../../../lab/layers/layersResult';
import { layersShelf, resultOfRecord } from '../../../lab/layers/layersShelf';
import { layersExample } from '../../../lab/examples/examples';
import { ExampleNote } from '../../running/measuring/ExampleNote';
import { KeptTools } from '../../running/measuring/KeptTools';
import { ResultOrigin } from '../../running/measuring/ResultOrigin';
import { useKeptResults } from '../../running/measuring/useKeptResults';
import { useSettingsTexts } from './useSettingsTexts';
import styles from './Layers.module.css';
import { PageLink } from '../../ui/PageLink';

const address = {
  backend: oneOf(backendChoices).withDefault('auto'),
  method: oneOf(methods).withDefault('auto'),
  rounds: oneOfNumbers(roundCounts).withDefault(5),
};

/** Shows where a network's time goes on this device, beside its multiply-adds and memory access. */
export function LayersPage() {
  const { t } = useLingui();
  const choice = useNetworkChoice();
  const [run, setRun] = useAddress(address);
  // Results that are not there yet read these.
  useAddress(resultsAddress);
  const { state, start, stop } = useMeasurement<LayersProgress>();
  const kept = useKeptResults(layersShelf);
  const name = networkName(choice.network);
  const record = bestRecord(kept.results, name, run);
  const example = record === undefined ? layersExample.results.find(({ network }) => network === name) : undefined;
  const shown = record ?? example;
  const result = useMemo(() => (shown === undefined ? null : shownResult(shown)), [shown]);
  const isCurrent = record !== undefined && record.network === name && isOfSettings(record, run);
  const textsOf = useSettingsTexts();
  const measure = (): void => {
    const task = { network: name, method: run.method, rounds: run.rounds };
    start(
      (options) => measureLayers(task, { backend: run.backend, ...options }),
      (report) =>
        kept.add({
          ...{ network: name, settings: run, report },
          ...{ date: new Date().toISOString(), browser: navigator.userAgent },
        }),
    );
  };
  return (
    <ExplorePage
      title={t`Where the time goes`}
      lede={
        <Trans>
          Multiply-adds say how much a layer computes, not how long it takes. This page times every layer of a network
          on this device and puts its share of the time beside its shares of multiply-adds and memory access.
        </Trans>
      }
    >
      <div className={styles.section}>
        <LayersControls
          choice={choice}
          run={run}
          isBusy={state.kind === 'running'}
          device={isCurrent ? record.report.device : null}
          onChoose={(wanted) => void setRun(wanted)}
        />
        <div data-run className={styles.buttons}>
          {state.kind === 'running' ? (
            <Button icon="stop" onPress={stop}>
              <Trans>Stop</Trans>
            </Button>
          ) : (
            <Button look="primary" icon="repeat" onPress={measure}>
              {record === undefined ? <Trans>Measure</Trans> : <Trans>Measure again</Trans>}
            </Button>
          )}
          <CopyLink />
          {example === undefined ? null : (
            <ExampleNote
              {...{ date: example.date, browser: example.browser, device: example.report.device }}
              settings={textsOf(example.network, example.settings)}
              processor={layersExample.processor}
            />
          )}
        </div>
        <RunState state={state} isEmpty={shown === undefined} onRetry={measure} />
        {record === undefined ? null : (
          <ResultOrigin
            date={record.date}
            browser={record.browser}
            devices={[record.report.device]}
            settings={textsOf(record.network, record.settings)}
            chosen={isCurrent ? null : textsOf(name, run)}
          />
        )}
        {state.kind === 'running' ? null : <KeptTools kept={kept} />}
      </div>
      {result === null ? null : <LayersResults result={result} isExample={record === undefined} />}
      <Section id="method" title={t`What is measured`}>
        <Prose>
          <p>
            <Trans>
              The network runs with random weights on a grey image, with the same kernels as Live: on WebGPU the app’s
              own, on WebAssembly the recorded calls of TensorFlow.js’s program. Operations that are computed together,
              such as a convolution with its sum, gate and activation, are timed together and move no memory in between.
              Splits, concatenations and shuffles are mostly another way to read the same memory: they take no time and
              are not listed; a copy that a layer needs counts towards that layer.{' '}
              <PageLink to="/guidelines">Guidelines</PageLink> asks the same question with small networks made for it.
            </Trans>
          </p>
        </Prose>
      </Section>
    </ExplorePage>
  );
}

function shownResult(record: LayersRecord): LayersResult | null {
  const result = resultOfRecord(record);
  return result.ok ? result.value : null;
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
          <Trans>Stopped before every layer was timed.</Trans>
        </Message>
      );
    case 'idle':
    case 'done':
      return isEmpty ? (
        <Message tone="note">
          <Trans>
            Nothing has been measured yet. Measuring takes a few seconds to a minute, depending on device and network.
          </Trans>
        </Message>
      ) : null;
  }
}
