import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsNumberLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { benchNetworks } from '../../../run/measure/benchNetworks';
import { timePaths, type NetworkSamples, type PathsProgress } from '../../../run/measure/timePaths';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { DownloadButton } from '../../ui/DownloadButton';
import { Message } from '../../ui/Message';
import { Progress } from '../../ui/Progress';
import { csvFile, jsonFile, markdownFile } from '../../ui/textFiles';
import { ExplorePage, Prose, Section } from '../../explain/page/ExplorePage';
import { useMeasurement, type MeasurementState } from '../../running/measuring/useMeasurement';
import { Fault } from '../../running/faults/Fault';
import { RetryButton } from '../../running/faults/RunFaults';
import { benchJson, benchRows } from '../../../lab/bench/benchFiles';
import styles from './Bench.module.css';
import { BenchTable } from './BenchTable';

const roundCounts = [3, 10, 30] as const;
const roundsParser = parseAsNumberLiteral(roundCounts).withDefault(10);

/** Times every way the app can run a network on this device. */
export function BenchPage() {
  const { t } = useLingui();
  const [rounds, setRounds] = useQueryState('rounds', roundsParser);
  const [results, setResults] = useState<readonly NetworkSamples[]>([]);
  const { state, start, stop } = useMeasurement<PathsProgress>();
  const isRunning = state.kind === 'running';
  const run = (): void => {
    setResults([]);
    start(
      ({ signal, onProgress }) =>
        timePaths(benchNetworks, {
          rounds,
          signal,
          onProgress: (progress) => {
            onProgress(progress);
            if (!signal.aborted) setResults(progress.samples);
          },
        }),
      setResults,
    );
  };
  return (
    <ExplorePage
      title={t`Benchmark`}
      lede={
        <Trans>
          The same networks on everything that this app can run them on: its own kernels and plans against the stock
          operations of TensorFlow.js, on WebGPU and on WebAssembly.
        </Trans>
      }
    >
      <Section id="method" title={t`What is run`}>
        <Prose>
          <p>
            <Trans>
              Five networks at 224 × 224 with random weights, one image at a time, from the values of the image to the
              scores. Every round runs each way once, one right after the other, so that a device that slows down slows
              all of them. Other tabs and programs make all times longer.
            </Trans>
          </p>
          <p>
            <Trans>
              onnxruntime-web and converted TensorFlow.js models are compared on the command line with npm run bench:
              they are not part of this app.
            </Trans>
          </p>
        </Prose>
        <div className={styles.controls}>
          <ChoiceControl
            label={t`Rounds`}
            options={roundCounts.map((value) => ({
              value: String(value),
              label: String(value),
              isDisabled: isRunning,
            }))}
            value={String(rounds)}
            onChange={(chosen) => void setRounds(roundCounts.find((value) => String(value) === chosen) ?? null)}
          />
          {isRunning ? (
            <Button icon="stop" onPress={stop}>
              <Trans>Stop</Trans>
            </Button>
          ) : (
            <Button look="primary" icon="repeat" onPress={run}>
              {results.length === 0 ? <Trans>Run it here</Trans> : <Trans>Run it again</Trans>}
            </Button>
          )}
        </div>
        <RunState state={state} onRetry={run} />
      </Section>
      {results.length === 0 ? null : (
        <Section id="results" title={t`Results`}>
          <BenchTable results={results} />
          <ExportButtons results={results} isDisabled={isRunning} />
        </Section>
      )}
    </ExplorePage>
  );
}

type RunStateProps = { readonly state: MeasurementState<PathsProgress>; readonly onRetry: () => void };

function RunState({ state, onRetry }: RunStateProps) {
  const { t } = useLingui();
  switch (state.kind) {
    case 'running': {
      const { done, total, network } = state.progress ?? { done: 0, total: 0, network: '' };
      return (
        <Progress
          label={t`Running`}
          detail={total === 0 ? t`opening the device` : t`${network}, step ${done} of ${total}`}
          fraction={total === 0 ? null : done / total}
        />
      );
    }
    case 'failed':
      return <Fault error={state.error} actions={<RetryButton error={state.error} onRetry={onRetry} />} />;
    case 'stopped':
      return (
        <Message tone="note">
          <Trans>Stopped; the table shows the rounds that were done.</Trans>
        </Message>
      );
    case 'idle':
    case 'done':
      return null;
  }
}

type ExportButtonsProps = { readonly results: readonly NetworkSamples[]; readonly isDisabled: boolean };

function ExportButtons({ results, isDisabled }: ExportButtonsProps) {
  const { t } = useLingui();
  if (isDisabled) return null;
  const rows = benchRows(results);
  const date = new Date().toISOString();
  return (
    <div className={styles.buttons}>
      <DownloadButton label={t`Numbers as CSV`} fileName="featherweight-bench.csv" make={() => csvFile(rows)} />
      <DownloadButton label={t`Table as Markdown`} fileName="featherweight-bench.md" make={() => markdownFile(rows)} />
      <DownloadButton
        label={t`Everything as JSON`}
        fileName="featherweight-bench.json"
        make={() => jsonFile(benchJson(results, navigator.userAgent, date))}
      />
    </div>
  );
}
