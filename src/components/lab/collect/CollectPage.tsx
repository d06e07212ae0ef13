import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef, type RefObject } from 'react';
import { Button } from '../../ui/Button';
import { DownloadButton } from '../../ui/DownloadButton';
import { Message } from '../../ui/Message';
import { csvFile, jsonFile } from '../../ui/textFiles';
import { ExplorePage } from '../../explain/page/ExplorePage';
import type { Removal } from '../../../lab/results/collected';
import { countedOf, type LabResult } from '../../../lab/results/labResult';
import { LatencyFigure } from '../../running/results/LatencyFigure';
import { resultKey } from '../../../lab/results/resultCode';
import { resultRows, resultsJson } from '../../../lab/results/resultFiles';
import { isTaskResult } from '../../../lab/results/collectable';
import type { CollectedResult, HandedIn } from '../../../lab/results/storedRows';
import { taskResultCode } from '../../../classroom/taskResult';
import { taskGroups } from '../../../lab/results/taskGroups';
import { TaskResults } from './TaskResults';
import styles from './CollectPage.module.css';
import { Drop } from './Drop';
import { LinkOffer } from './LinkOffer';
import { Outcome } from './Outcome';
import { Paste } from './Paste';
import { ResultTable } from './ResultTable';
import { deviceOf, seriesOfNetworks } from './resultTitles';
import { SpreadTable } from './SpreadTable';
import { Scanner } from './Scanner';
import { SetAsideNotice } from './SetAsideNotice';
import { StorageNotice } from './StorageNotice';
import { useCollected } from './useCollected';
import { useDistinctTitles } from './useDistinctTitles';
import { useKnownTasks } from './useKnownTasks';

/** Plots many people's results together. They are pasted, dropped or scanned, stored in this browser, and sent nowhere. */
export function CollectPage() {
  const { t } = useLingui();
  const { state, importText, importFiles, importResult, retry, startAgain, remove, undo } = useCollected();
  const { contents, loose, fault, outcome, progress, removals } = state;
  const results = [
    ...(contents?.results ?? []),
    ...loose.flatMap((result): readonly CollectedResult[] =>
      isTaskResult(result) ? [] : [{ code: resultKey(result), result }],
    ),
  ];
  const handedIn = [
    ...(contents?.handedIn ?? []),
    ...loose.flatMap((result): readonly HandedIn[] =>
      isTaskResult(result) ? [{ code: taskResultCode(result), result }] : [],
    ),
  ];
  const counts = new Map(
    taskGroups(handedIn.map(({ result }) => result)).map((group) => [group.taskId, group.results.length]),
  );
  const tasks = useKnownTasks(outcome?.tasks);
  const collection = useRef<HTMLDivElement>(null);
  const titleOf = useDistinctTitles(results.map(({ result }) => result));
  const removeAll = (codes: readonly string[], position: number) => {
    void remove(codes).then(() => {
      focusNear(collection, position);
    });
  };
  return (
    <ExplorePage
      title={t`Collect`}
      lede={
        <Trans>
          Everyone’s results in one picture: paste their links, drop their files, or hold their QR codes up to the
          webcam. They stay in this browser.
        </Trans>
      }
    >
      <LinkOffer handedIn={counts} onResult={(result) => void importResult(result)} />
      <div className={styles.ways}>
        <Paste onText={importText} />
        <Drop onFiles={(files) => void importFiles(files)} progress={progress} />
        <Scanner onText={(text) => void importText(text)} />
      </div>
      <StorageNotice fault={fault} onRetry={() => void retry()} onForget={() => void startAgain()} />
      <SetAsideNotice aside={contents?.aside ?? []} onForget={(keys) => void remove(keys)} />
      <Outcome outcome={outcome} handedIn={counts} />
      {results.length > 0 ? (
        <LatencyFigure
          points={pointsOf(results, titleOf)}
          caption={
            <Trans>
              One colour per network. Both axes are logarithmic; along the dashed line, time is proportional to the
              count.
            </Trans>
          }
        />
      ) : contents === null || handedIn.length > 0 ? null : (
        <p className={styles.empty}>
          <Trans>No results yet. Add links, files or codes above, and they appear here as points and rows.</Trans>
        </p>
      )}
      <div ref={collection} className={styles.collection} tabIndex={-1}>
        <TaskResults handedIn={handedIn} tasks={tasks} onRemove={removeAll} />
        {results.length === 0 ? null : (
          <>
            {handedIn.length === 0 ? null : (
              <h2>
                <Trans>Measurements</Trans>
              </h2>
            )}
            <SpreadTable results={results} />
            <ResultTable
              results={results}
              onRemove={(code, position) => {
                removeAll([code], position);
              }}
            />
            <Tools
              results={results}
              onRemoveAll={() => {
                removeAll(
                  results.map(({ code }) => code),
                  0,
                );
              }}
            />
          </>
        )}
        <Removed
          removal={removals.at(-1)}
          onUndo={() =>
            void undo().then(() => {
              focusNear(collection, null);
            })
          }
        />
      </div>
    </ExplorePage>
  );
}

type ToolsProps = { readonly results: readonly CollectedResult[]; readonly onRemoveAll: () => void };

function Tools({ results, onRemoveAll }: ToolsProps) {
  const all = () => results.map(({ result }) => result);
  return (
    <div className={styles.tools}>
      <DownloadButton label="JSON" fileName="collected-results.json" make={() => jsonFile(resultsJson(all()))} />
      <DownloadButton label="CSV" fileName="collected-results.csv" make={() => csvFile(resultRows(all()))} />
      <Button icon="reset" onPress={onRemoveAll}>
        <Trans>Remove all</Trans>
      </Button>
    </div>
  );
}

/** What was removed last, and the button that brings it back. */
function Removed({ removal, onUndo }: { readonly removal: Removal | undefined; readonly onUndo: () => void }) {
  if (removal === undefined) return null;
  const count = removal.stored.length + removal.loose.length;
  return (
    <Message
      tone="note"
      actions={
        <Button icon="reset" onPress={onUndo}>
          <Trans>Undo</Trans>
        </Button>
      }
    >
      <Plural value={count} one="# entry was removed." other="# entries were removed." />
    </Message>
  );
}

/**
 * Moves the focus from a removed row to the one that took its place, else to the last one, else to the button that
 * undoes; without a position, to the table.
 */
function focusNear({ current }: RefObject<HTMLElement | null>, position: number | null): void {
  // After the frame in which the row is gone.
  requestAnimationFrame(() => {
    const rows = [...(current?.querySelectorAll<HTMLElement>('tbody button') ?? [])];
    const undoing = current?.querySelector<HTMLElement>('[role=status] button');
    const table = current?.querySelector<HTMLElement>('[role=group]');
    const row = position === null ? undefined : (rows[position] ?? rows.at(-1));
    (row ?? (position === null ? table : undoing) ?? current)?.focus();
  });
}

function pointsOf(results: readonly CollectedResult[], titleOf: (result: LabResult) => string) {
  const plain = results.map(({ result }) => result);
  const seriesOf = seriesOfNetworks(plain);
  return results.flatMap(({ code, result }) => {
    const counted = countedOf(result);
    const { inferenceMs } = result.figures;
    if (!counted.ok || inferenceMs <= 0) return [];
    const { params, macs, memoryAccess } = counted.value;
    return [
      {
        id: code,
        label: titleOf(result),
        device: result.nickname === undefined ? deviceOf(result) : `${result.nickname}: ${deviceOf(result)}`,
        series: seriesOf(result),
        inferenceMs,
        params,
        macs,
        memoryAccess,
      },
    ];
  });
}
