import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DropZone, FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../ui/Button';
import { DownloadButton } from '../../ui/DownloadButton';
import { Message } from '../../ui/Message';
import { millisecondsText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { csvFile, jsonFile } from '../../ui/textFiles';
import { ExplorePage } from '../../explain/page/ExplorePage';
import { backendName } from '../../../run/device/backendName';
import { countedOf, type LabResult } from '../../../lab/results/labResult';
import { LatencyFigure } from '../../running/results/LatencyFigure';
import { resultCode } from '../../../lab/results/resultCode';
import { resultRows, resultsJson } from '../../../lab/results/resultFiles';
import styles from './CollectPage.module.css';
import { Scanner } from './Scanner';
import { useCollected, type ImportOutcome } from './useCollected';

/** Plots many people's results together. They are pasted, dropped or scanned, stored in this browser, and sent nowhere. */
export function CollectPage() {
  const { t } = useLingui();
  const { results, outcome, importText, remove, clear } = useCollected();
  return (
    <ExplorePage
      title={t`Collect`}
      lede={
        <Trans>
          Everyone’s results in one picture: paste their links, drop their files, or hold their codes before the webcam.
          They stay in this browser.
        </Trans>
      }
    >
      <div className={styles.ways}>
        <Paste onText={importText} />
        <Drop onText={importText} />
        <Scanner onText={importText} />
      </div>
      <Outcome outcome={outcome} />
      <LatencyFigure
        points={pointsOf(results)}
        caption={
          <Trans>
            One colour for each device. Both axes are logarithmic; on the dashed line, time would go with the count.
          </Trans>
        }
      />
      {results.length === 0 ? null : (
        <>
          <ResultTable results={results} onRemove={remove} />
          <div className={styles.tools}>
            <DownloadButton
              label="JSON"
              fileName="collected-results.json"
              make={() => jsonFile(resultsJson(results))}
            />
            <DownloadButton label="CSV" fileName="collected-results.csv" make={() => csvFile(resultRows(results))} />
            <Button icon="reset" onPress={clear}>
              <Trans>Remove all</Trans>
            </Button>
          </div>
        </>
      )}
    </ExplorePage>
  );
}

type WayProps = { readonly onText: (text: string) => void };

function Paste({ onText }: WayProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  return (
    <div className={styles.way}>
      <TextField className={styles.paste} value={text} onChange={setText}>
        <Label>{t`Links, as many as you like`}</Label>
        <TextArea rows={4} />
      </TextField>
      <Button
        isDisabled={text.trim() === ''}
        onPress={() => {
          onText(text);
          setText('');
        }}
      >
        <Trans>Add them</Trans>
      </Button>
    </div>
  );
}

function Drop({ onText }: WayProps) {
  const { t } = useLingui();
  const read = (files: readonly File[]) => {
    void Promise.all(files.map((file) => file.text())).then((texts) => {
      for (const text of texts) onText(text);
    });
  };
  return (
    <DropZone
      className={`${styles.way} ${styles.drop}`}
      aria-label={t`Drop JSON files of results here`}
      onDrop={({ items }) => {
        const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
        void Promise.all(files).then(read);
      }}
    >
      <p>
        <Trans>Drop JSON files of results here</Trans>
      </p>
      <FileTrigger
        acceptedFileTypes={['application/json']}
        allowsMultiple
        onSelect={(files) => {
          read([...(files ?? [])]);
        }}
      >
        <Button icon="file" onPress={() => undefined}>
          <Trans>Choose files</Trans>
        </Button>
      </FileTrigger>
    </DropZone>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome | null }) {
  if (outcome === null) return null;
  const { added, known, faults } = outcome;
  return (
    <>
      <Message tone="note">
        {added + known === 0 ? (
          <Trans>There was no result in that.</Trans>
        ) : (
          <>
            <Plural value={added} one="# new result." other="# new results." />{' '}
            {known > 0 ? <Plural value={known} one="# was there already." other="# were there already." /> : null}
          </>
        )}
      </Message>
      {faults.map((fault, position) => (
        <Message key={position} tone="warning">
          {fault}
        </Message>
      ))}
    </>
  );
}

function ResultTable({
  results,
  onRemove,
}: {
  readonly results: readonly LabResult[];
  readonly onRemove: (result: LabResult) => void;
}) {
  const { t, i18n } = useLingui();
  const ms = (value: number) => millisecondsText(value, i18n.locale);
  return (
    <Table
      look="results"
      className={styles.table}
      label={t`Collected results`}
      rows={results}
      keyOf={resultCode}
      attributesOf={(result) => ({ 'data-series': seriesOf(result, results) })}
      columns={[
        { head: t`Network`, value: titleOf },
        { head: t`Device`, value: deviceOf },
        { head: t`inference, ms`, align: 'end', value: ({ figures }) => figures.inferenceMs, format: ms },
        { head: t`end to end, ms`, align: 'end', value: ({ figures }) => figures.endToEndMs, format: ms },
        {
          head: t`Taken`,
          value: ({ figures }) => figures.dateSeconds,
          format: (seconds) => new Date(seconds * 1000).toLocaleDateString(i18n.locale),
        },
        {
          head: null,
          show: (result) => (
            <Button
              look="quiet"
              onPress={() => {
                onRemove(result);
              }}
            >
              <Trans>Remove</Trans>
            </Button>
          ),
        },
      ]}
    />
  );
}

function pointsOf(results: readonly LabResult[]) {
  return results.flatMap((result) => {
    const counted = countedOf(result);
    const { inferenceMs } = result.figures;
    if (!counted.ok || inferenceMs <= 0) return [];
    const { params, macs, memoryAccess } = counted.value;
    const series = seriesOf(result, results);
    return [{ id: resultCode(result), label: titleOf(result), series, inferenceMs, params, macs, memoryAccess }];
  });
}

/** One colour per device, in order of arrival. */
function seriesOf(result: LabResult, results: readonly LabResult[]): number {
  const devices = [...new Set(results.map(deviceOf))];
  return (devices.indexOf(deviceOf(result)) % 8) + 1;
}

function deviceOf({ backend, adapter, browser }: LabResult): string {
  const name = backend === 'webgpu' || backend === 'wasm' ? backendName(backend) : backend;
  return `${name} ${adapter} (${browser})`;
}

function titleOf(result: LabResult): string {
  const counted = countedOf(result);
  if (!counted.ok) return result.network;
  const { model, choice } = counted.value.network;
  const width = 'width' in choice ? ` ${String(choice['width'])}x` : '';
  return `${model.name}${width}, ${String(choice['resolution'])} px`;
}
