import { Trans, useLingui } from '@lingui/react/macro';
import { usePartWords } from '../../explain/diagram/partWords';
import { useState } from 'react';
import type { TimedPart } from '../../../nets/measurements/timedLayers';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import { heatStrip } from '../../../viz/charts/heatStrip';
import { MarkCards } from '../../ui/charts/MarkCards';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Figure } from '../../ui/Figure';
import { millisecondsText, percentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import type { Column } from '../../ui/tableColumn';
import styles from './HeatStrip.module.css';
import { stripWidths, type StripWidth } from './stripWidths';

type HeatStripProps = {
  /** In the network's order. */
  readonly parts: readonly TimedPart[];
  readonly slowest: TimedPart;
  readonly selected: TimedPart;
  readonly onSelect: (id: string) => void;
  readonly widths: StripWidth;
  readonly onWidths: (widths: StripWidth) => void;
  /** The columns of the table, for the picture's files; null where nothing can be saved. */
  readonly columns: readonly Column<TimedPart>[] | null;
};

const height = 48;
const figureName = 'layers-strip';

/** The network from its input to its scores, a rectangle for each part: the fuller its colour, the longer it takes. */
export function HeatStrip(props: HeatStripProps) {
  const { parts, slowest, widths, onWidths, columns } = props;
  const { i18n, t } = useLingui();
  const partWords = usePartWords();
  const names = { equal: t`equal`, macs: 'MACs', memory: t`memory access` };
  const [part, share] = [partWords(slowest.id), percentText(slowest.timeShare, i18n.locale)];
  return (
    <Figure
      title={t`${part} takes ${share} of the time`}
      name={figureName}
      {...(columns === null ? {} : { files: { name: figureName, numbers: () => sheetRows(columns, parts) } })}
      caption={t`From the input on the left to the scores on the right. The fuller its colour, the longer a part takes.`}
      actions={
        <ChoiceControl
          label={t`Width of the parts`}
          labelled="hidden"
          options={stripWidths.map((value) => ({ value, label: names[value] }))}
          value={widths}
          onChange={onWidths}
        />
      }
    >
      <Sized>{(width) => <Strip {...props} width={width} />}</Sized>
    </Figure>
  );
}

function Strip({ parts, slowest, selected, onSelect, widths, width }: HeatStripProps & { readonly width: number }) {
  const { i18n, t } = useLingui();
  const partWords = usePartWords();
  const [active, setActive] = useState<string | null>(null);
  const weightOf = { equal: () => 1, macs: (part: TimedPart) => part.macsShare, memory: memoryShareOf }[widths];
  const strip = heatStrip(
    parts.map((part) => ({ id: part.id, weight: weightOf(part) })),
    width,
  );
  const percent = (share: number) => percentText(share, i18n.locale);
  const partOf = new Map(parts.map((part) => [part.id, part]));
  // What a card would say is in the line below: a strip is too low to be covered.
  const marks = strip.map(({ id, x, width: wide }) => ({
    ...{ id, px: x + wide / 2, py: height / 2, reach: wide / 2 },
    card: null,
  }));
  const told = partOf.get(active ?? selected.id) ?? selected;
  const [id, ms] = [partWords(told.id), millisecondsText(told.timeMs.median, i18n.locale)];
  const [time, macs, memory] = [told.timeShare, told.macsShare, told.memoryAccessShare].map(percent);
  const count = parts.length;
  return (
    <>
      <div className={styles.place}>
        <svg
          className={styles.strip}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t`Time of ${count} parts along the network`}
        >
          {strip.map(({ id, x, width: wide }) => {
            const share = partOf.get(id)?.timeShare ?? 0;
            // By the square root, so that short parts differ too.
            const depth = slowest.timeShare === 0 ? 0 : Math.sqrt(share / slowest.timeShare);
            return (
              <g key={id} data-strip={id}>
                <rect className={styles.ground} x={x} y={0} width={wide} height={40} />
                <rect className={styles.heat} opacity={0.1 + 0.9 * depth} x={x} y={0} width={wide} height={40} />
                {id === selected.id ? <rect className={styles.chosen} x={x} y={43} width={wide} height={4} /> : null}
                {id === active ? <rect className={styles.active} x={x + 1} y={1} width={wide} height={38} /> : null}
              </g>
            );
          })}
        </svg>
        <MarkCards {...{ marks, width, height, active }} onActive={setActive} onPick={onSelect} />
      </div>
      <p className={styles.told} role="status">
        <Trans>
          <b>{id}</b>: {time} of the time ({ms} ms), {macs} of the MACs, {memory} of the memory access
        </Trans>
      </p>
    </>
  );
}

function memoryShareOf({ memoryAccessShare }: TimedPart): number {
  return memoryAccessShare;
}
