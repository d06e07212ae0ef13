import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { usePartWords } from '../../explain/diagram/partWords';
import { parseAsString } from 'nuqs';
import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import type { TimedPart } from '../../../nets/measurements/timedLayers';
import { partLevels, timedParts } from '../../../nets/measurements/timedLayers';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import type { LayerTimes } from '../../../run/measure/timeLayers';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { DownloadButton } from '../../ui/DownloadButton';
import { KernelsTimed } from '../../running/measuring/KernelsTimed';
import { durationText, millisecondsText, percentText, useNumberText } from '../../ui/numberText';
import { Readout, Readouts } from '../../ui/Readout';
import { Table } from '../../ui/Table';
import { csvFile, jsonFile, markdownFile } from '../../ui/textFiles';
import { Section } from '../../explain/page/ExplorePage';
import type { LayersResult } from '../../../lab/layers/layersResult';
import { layersJson, wholeRows, wholeTime } from '../../../lab/layers/layersResult';
import styles from './Layers.module.css';
import { sortedParts, sortings, usePartColumns } from './partColumns';
import { HeatStrip } from './HeatStrip';
import { RooflineFigure } from './RooflineFigure';
import { stripWidths } from './stripWidths';
import { TimedDiagram } from './TimedDiagram';

/** The choices of the results in the address. */
export const resultsAddress = {
  level: oneOf(partLevels).withDefault('blocks'),
  sort: oneOf(sortings).withDefault('order'),
  at: parseAsString,
  diagram: oneOf(['part', 'whole']).withDefault('part'),
  widths: oneOf(stripWidths).withDefault('equal'),
};

type LayersResultsProps = {
  readonly result: LayersResult;
  /** Not of this device: nothing of it can be saved. */
  readonly isExample: boolean;
};

/** The measured times: the method, part by part, on the diagram, and under the roofline. */
export function LayersResults({ result, isExample }: LayersResultsProps) {
  const { t } = useLingui();
  const [{ level, sort, at, diagram, widths }, choose] = useAddress(resultsAddress);
  const parts = timedParts(result.graph, result.steps, level);
  const slowest = parts.reduce((slowest, part) => (part.timeShare > slowest.timeShare ? part : slowest));
  const selected = parts.find(({ id }) => id === at) ?? slowest;
  const columns = usePartColumns({
    parts,
    whole: wholeTime(result),
    selected: selected.id,
    onSelect: (id) => void choose({ at: id }),
  });
  const levelNames = { stages: t`Stages`, blocks: t`Blocks`, layers: t`Layers` };
  const sortingNames = { order: t`order`, time: t`time`, macs: 'MACs', memory: t`memory access` };
  return (
    <>
      <Section id="times" title={t`Time beside cost`}>
        <HeatStrip
          {...{ parts, slowest, selected, widths }}
          onSelect={(id) => void choose({ at: id })}
          onWidths={(wanted) => void choose({ widths: wanted })}
          columns={isExample ? null : columns}
        />
        <Summary result={result} slowest={slowest} />
        <div className={styles.controls}>
          <ChoiceControl
            label={t`Grouped by`}
            options={partLevels.map((value) => ({ value, label: levelNames[value] }))}
            value={level}
            onChange={(wanted) => void choose({ level: wanted })}
          />
          <ChoiceControl
            label={t`Sorted by`}
            options={sortings.map((value) => ({ value, label: sortingNames[value] }))}
            value={sort}
            onChange={(wanted) => void choose({ sort: wanted })}
          />
        </div>
        <div className={styles.bench}>
          <Table
            look="results"
            className={styles.table}
            rows={sortedParts(parts, sort)}
            keyOf={({ id }) => id}
            attributesOf={({ id }) => ({ 'data-part': id, 'data-selected': id === selected.id })}
            columns={columns}
          />
          <TimedDiagram
            result={result}
            isExample={isExample}
            part={selected}
            columns={columns}
            isWhole={diagram === 'whole'}
            onWhole={(isWhole) => void choose({ diagram: isWhole ? 'whole' : 'part' })}
            onSelect={(id) => void choose({ at: id })}
            parts={parts}
          />
        </div>
        <Method times={result.report.times} />
        <p className={styles.method}>
          <KernelsTimed backend={result.report.device.backend} />
        </p>
        <BetweenNote method={result.report.times.method} />
        {isExample ? null : (
          <Exports result={result} rows={() => [...sheetRows(columns, parts), ...wholeRows(result)]} />
        )}
      </Section>
      <Section id="roofline" title={t`Limited by memory or by arithmetic?`}>
        <RooflineFigure result={result} isExample={isExample} />
      </Section>
    </>
  );
}

function Summary({ result, slowest }: { readonly result: LayersResult; readonly slowest: TimedPart }) {
  const { i18n, t } = useLingui();
  const partWords = usePartWords();
  const { wholeMs, sumMs } = wholeTime(result);
  return (
    <Readouts>
      <Readout label={t`Whole network`} value={durationText(wholeMs.median, i18n.locale)} note={t`runs back to back`} />
      <Readout label={t`All layers together`} value={durationText(sumMs, i18n.locale)} />
      <Readout
        label={t`Slowest part`}
        value={percentText(slowest.timeShare, i18n.locale)}
        note={`${partWords(slowest.id)}: ${percentText(slowest.macsShare, i18n.locale)} MACs`}
      />
    </Readouts>
  );
}

const threeDigits = { maximumSignificantDigits: 3 } as const;

function Method({ times: { method, clock, steps, wholeMs } }: { readonly times: LayerTimes }) {
  const { i18n } = useLingui();
  const number = useNumberText(threeDigits);
  const rounds = wholeMs.length;
  const repeats = Math.max(...steps.map((step) => step.repeats));
  const resolution =
    clock.resolutionMs < 0.01
      ? `${number(clock.resolutionMs * 1000)} µs`
      : `${millisecondsText(clock.resolutionMs, i18n.locale)} ms`;
  return (
    <p className={styles.method} data-method={method} data-clock={clock.kind}>
      {method === 'prefixes' ? (
        <Trans>
          Timed by prefixes: the network is cut after every layer and run{' '}
          <Plural value={repeats} one="# run" other="# runs" /> in a row; medians of{' '}
          <Plural value={rounds} one="# round" other="# rounds" />. A layer’s time is the difference from the previous
          prefix, never below zero. No clock sees a single layer this way, so short layers are uncertain. The CPU’s
          clock advances in steps of {resolution}.
        </Trans>
      ) : clock.kind === 'timestamps' ? (
        <Trans>
          Timed by the GPU’s own timestamps, which advance in steps of {resolution} here. Each layer runs alone,
          repeated up to <Plural value={repeats} one="# time" other="# times" /> until it spans twenty steps; medians of{' '}
          <Plural value={rounds} one="# round" other="# rounds" />.
        </Trans>
      ) : (
        <Trans>
          Timed by the CPU’s clock, which advances in steps of {resolution} here. Each layer runs alone, repeated up to{' '}
          <Plural value={repeats} one="# time" other="# times" /> until it spans twenty steps; medians of{' '}
          <Plural value={rounds} one="# round" other="# rounds" />.
        </Trans>
      )}
    </p>
  );
}

/** Why the layers do not add up to the whole. */
function BetweenNote({ method }: { readonly method: LayerTimes['method'] }) {
  return (
    <p className={styles.method}>
      {method === 'prefixes' ? (
        <Trans>
          A layer’s time is what it adds to the prefix before it. The time between the layers is what a run takes
          without any layer: its start, and waiting for the device to finish.
        </Trans>
      ) : (
        <Trans>
          The layers and the whole network are timed separately. The time between the layers is positive where the
          device waits between them, or where a layer must fetch what a repeated one finds in a cache; it is negative
          where layers overlap in the whole run, or where repeating a layer costs time of its own. The range in brackets
          is the middle half of the rounds, extended where necessary to include the difference of the two medians.
        </Trans>
      )}
    </p>
  );
}

type ExportsProps = { readonly result: LayersResult; readonly rows: () => readonly SheetRow[] };

function Exports({ result, rows }: ExportsProps) {
  return (
    <div className={styles.buttons}>
      <DownloadButton label="CSV" fileName="layers.csv" make={() => csvFile(rows())} />
      <DownloadButton label="JSON" fileName="layers.json" make={() => jsonFile(layersJson(result))} />
      <DownloadButton label="Markdown" fileName="layers.md" make={() => markdownFile(rows())} />
    </div>
  );
}
