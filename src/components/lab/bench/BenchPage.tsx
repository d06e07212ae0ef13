import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { oneOfNumbers } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';
import { useState } from 'react';
import { benchNetworks } from '../../../run/measure/benchNetworks';
import { timePaths, type NetworkSamples, type PathsProgress } from '../../../run/measure/timePaths';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { DownloadButton } from '../../ui/DownloadButton';
import { Locked } from '../../ui/Locked';
import { Message } from '../../ui/Message';
import { Progress } from '../../ui/Progress';
import { csvFile, jsonFile, markdownFile } from '../../ui/textFiles';
import { ExplorePage, Prose, Section } from '../../explain/page/ExplorePage';
import { useMeasurement, type MeasurementState } from '../../running/measuring/useMeasurement';
import { Fault } from '../../running/faults/Fault';
import { RetryButton } from '../../running/faults/RunFaults';
import { benchJson, benchRows, type BenchRecord } from '../../../lab/bench/benchFiles';
import { benchShelf } from '../../../lab/bench/benchShelf';
import { benchExample } from '../../../lab/examples/examples';
import { ExampleNote } from '../../running/measuring/ExampleNote';
import { KeptTools } from '../../running/measuring/KeptTools';
import { ResultOrigin } from '../../running/measuring/ResultOrigin';
import { useKeptResults } from '../../running/measuring/useKeptResults';
import styles from './Bench.module.css';
import { BenchTable } from './BenchTable';

const roundCounts = [3, 10, 30] as const;
const roundsParser = oneOfNumbers(roundCounts).withDefault(10);

/** Times every way the app can run a network on this device. */
export function BenchPage() {
  const { t } = useLingui();
  const [rounds, setRounds] = useAddressValue('rounds', roundsParser);
  const kept = useKeptResults(benchShelf);
  /** A run that is not done, or was stopped; it takes the place of what is kept. */
  const [unfinished, setUnfinished] = useState<BenchRecord | null>(null);
  const { state, start, stop } = useMeasurement<PathsProgress>();
  const isRunning = state.kind === 'running';
  const run = (): void => {
    const recordOf = (results: readonly NetworkSamples[]): BenchRecord => ({
      ...{ rounds, results },
      ...{ date: new Date().toISOString(), browser: navigator.userAgent },
    });
    setUnfinished(recordOf([]));
    start(
      ({ signal, onProgress }) =>
        timePaths(benchNetworks, {
          rounds,
          signal,
          onProgress: (progress) => {
            onProgress(progress);
            if (!signal.aborted) setUnfinished(recordOf(progress.samples));
          },
        }),
      (results) => {
        kept.add(recordOf(results));
        setUnfinished(null);
      },
    );
  };
  const record = unfinished ?? kept.results.findLast((each) => each.rounds === rounds) ?? kept.results.at(-1);
  const isEmpty = record === undefined || record.results.length === 0;
  const [example] = benchExample.results;
  return (
    <ExplorePage
      title={t`Benchmark`}
      lede={
        <Trans>
          The same networks in every way that this app can run them: its own kernels and plans against stock
          TensorFlow.js, on WebGPU and on WebAssembly.
        </Trans>
      }
    >
      <div className={styles.run}>
        <div className={styles.controls}>
          <Locked
            reason={isRunning ? t`These can be changed once the measurement is over.` : null}
            className={styles.rounds}
          >
            <ChoiceControl
              label={t`Rounds`}
              options={roundCounts.map((value) => ({ value: String(value), label: String(value) }))}
              value={String(rounds)}
              onChange={(chosen) => void setRounds(roundCounts.find((value) => String(value) === chosen) ?? null)}
            />
          </Locked>
          {isRunning ? (
            <Button icon="stop" onPress={stop}>
              <Trans>Stop</Trans>
            </Button>
          ) : (
            <Button look="primary" icon="repeat" onPress={run}>
              {isEmpty ? <Trans>Run it here</Trans> : <Trans>Run it again</Trans>}
            </Button>
          )}
          {isEmpty && !isRunning && example !== undefined ? <Example record={example} /> : null}
        </div>
        <RunState state={state} onRetry={run} />
        {isRunning ? null : <KeptTools kept={kept} />}
      </div>
      {isEmpty ? (
        isRunning || example === undefined ? null : (
          <Section id="results" title={t`Results`}>
            <BenchTable results={example.results} />
          </Section>
        )
      ) : (
        <Section id="results" title={t`Results`}>
          <Origin record={record} rounds={rounds} />
          <BenchTable results={record.results} />
          {isRunning ? null : <ExportButtons record={record} />}
        </Section>
      )}
      <Section id="method" title={t`How it is measured`}>
        <Prose>
          <p>
            <Trans>
              Five networks at 224 × 224 with random weights, one image at a time, from pixel values to scores. Each
              round runs every way once, one right after the other, so that a device that slows down slows all of them.
              Other tabs and programs lengthen all times.
            </Trans>
          </p>
          <p>
            <Trans>
              To compare with onnxruntime-web and converted TensorFlow.js models, run npm run bench on the command line;
              they are not part of this app.
            </Trans>
          </p>
        </Prose>
      </Section>
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
          <Trans>Stopped. The table shows the completed rounds; it is not kept for your next visit.</Trans>
        </Message>
      );
    case 'idle':
    case 'done':
      return null;
  }
}

function Example({ record }: { readonly record: BenchRecord }) {
  const { t } = useLingui();
  const device = record.results[0]?.paths[0]?.device;
  if (device === undefined) return null;
  const { rounds } = record;
  const settings = [t`${plural(rounds, { one: '# round', other: '# rounds' })}`];
  return <ExampleNote {...{ device, settings }} {...record} processor={benchExample.processor} />;
}

function Origin({ record, rounds }: { readonly record: BenchRecord; readonly rounds: number }) {
  const { t } = useLingui();
  const textOf = (count: number) => t`${plural(count, { one: '# round', other: '# rounds' })}`;
  const paths = record.results[0]?.paths ?? [];
  return (
    <ResultOrigin
      date={record.date}
      browser={record.browser}
      devices={[...new Map(paths.map(({ path, device }) => [path.backend, device])).values()]}
      settings={[textOf(record.rounds)]}
      chosen={record.rounds === rounds ? null : [textOf(rounds)]}
    />
  );
}

function ExportButtons({ record }: { readonly record: BenchRecord }) {
  const { t } = useLingui();
  const rows = benchRows(record.results);
  return (
    <div className={styles.buttons}>
      <DownloadButton label={t`Numbers as CSV`} fileName="featherweight-bench.csv" make={() => csvFile(rows)} />
      <DownloadButton label={t`Table as Markdown`} fileName="featherweight-bench.md" make={() => markdownFile(rows)} />
      <DownloadButton
        label={t`Everything as JSON`}
        fileName="featherweight-bench.json"
        make={() => jsonFile(benchJson(record))}
      />
    </div>
  );
}
