import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsArrayOf, parseAsString } from 'nuqs';
import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';
import { Fragment, useDeferredValue } from 'react';
import type { OutlineEntry, OutlineFigure } from '../../../nets/readings/outline';
import { describe } from '../../../nets/readings/table';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { exactNumberText, shortNumberText } from '../../ui/numberText';
import styles from './NetworkOutline.module.css';

/** In the address: every part that has parts is open. */
const all = 'all';

const figures = ['params', 'macs', 'memoryAccess', 'largestActivation'] as const;

type NetworkOutlineProps = {
  readonly entries: readonly OutlineEntry[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

const openParser = parseAsArrayOf(parseAsString).withDefault([]);

/** The network as expandable rows (stages, blocks, layers), each with a bar per figure. */
export function NetworkOutline({ entries, selected, onSelect }: NetworkOutlineProps) {
  const { t } = useLingui();
  const [openedIds, setOpened] = useAddressValue('open', openParser);
  const [narrowFigure, setNarrowFigure] = useAddressValue('bars', oneOf(figures).withDefault('macs'));
  const names = useFigureNames();
  const withParts = idsWithChildren(entries);
  const opened = new Set(openedIds.includes(all) ? withParts : openedIds);
  const toggle = (id: string): void => {
    const wanted = opened.has(id) ? [...opened].filter((other) => other !== id) : [...opened, id];
    void setOpened(wanted.length === 0 ? null : wanted);
  };
  // Stages follow a slider in the same frame; the hundreds of rows inside them may follow a moment later.
  const later = useDeferredValue(entries);
  const partsOf = new Map(later.map(({ id, children }) => [id, children]));
  const rows = { opened, onToggle: toggle, selected, onSelect };
  return (
    <div className={styles.root} data-shown={narrowFigure}>
      <div className={styles.tools}>
        <Button
          onPress={() => {
            void setOpened(opened.size > 0 ? null : [all]);
          }}
        >
          {opened.size > 0 ? <Trans>Close all</Trans> : <Trans>Open all</Trans>}
        </Button>
        <span className={styles.narrow}>
          <ChoiceControl
            label={t`Figure`}
            labelled="hidden"
            options={figures.map((value) => ({ value, label: names[value] }))}
            value={narrowFigure}
            onChange={(figure) => void setNarrowFigure(figure)}
          />
        </span>
      </div>
      <table className={styles.table}>
        <caption className={styles.caption}>{t`Stages, blocks and layers`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Part`}</th>
            <th scope="col" className={styles.shape}>{t`Output`}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className={styles.figure} data-figure={figure}>
                {names[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Fragment key={entry.id}>
              <Row {...rows} entry={entry} depth={0} max={maxOf(entries)} />
              {opened.has(entry.id) ? (
                <Rows {...rows} entries={partsOf.get(entry.id) ?? entry.children} depth={1} max={maxOf(later)} />
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowsProps = {
  readonly entries: readonly OutlineEntry[];
  readonly depth: number;
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly max: Readonly<Record<OutlineFigure, number>>;
};

function Rows(props: RowsProps) {
  const { entries, depth, opened } = props;
  return entries.flatMap((entry) => [
    <Row key={entry.id} {...props} entry={entry} />,
    ...(opened.has(entry.id)
      ? [<Rows key={`${entry.id} parts`} {...props} entries={entry.children} depth={depth + 1} />]
      : []),
  ]);
}

type RowProps = Omit<RowsProps, 'entries'> & { readonly entry: OutlineEntry };

function Row({ entry, depth, opened, onToggle, selected, onSelect, max }: RowProps) {
  const { t } = useLingui();
  const { id, lastId, name, repeats, node, children } = entry;
  const range = repeats > 1 ? `${name} – ${lastId.split('.').at(-1) ?? ''}` : name;
  const isOpen = opened.has(id);
  return (
    <tr data-part={id} data-depth={depth} data-selected={id === selected}>
      <th scope="row">
        <span className={styles.part} style={{ paddingInlineStart: `${String(depth * 1.1)}em` }}>
          {children.length === 0 ? (
            <span className={styles.leaf} />
          ) : (
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={isOpen}
              aria-label={t`Parts of ${id}`}
              onClick={() => {
                onToggle(id);
              }}
            >
              {isOpen ? '▾' : '▸'}
            </button>
          )}
          {children.length === 0 ? (
            <span>{range}</span>
          ) : (
            <button
              type="button"
              className={styles.name}
              aria-pressed={id === selected}
              onClick={() => {
                onSelect(id);
              }}
            >
              {range}
            </button>
          )}
          {repeats > 1 ? <span className={styles.repeats}>× {repeats}</span> : null}
          {node === undefined ? null : <span className={styles.op}>{describe(node)}</span>}
        </span>
      </th>
      <td className={styles.shape}>{shapeLabel(entry.output)}</td>
      {figures.map((figure) => (
        <FigureCell key={figure} figure={figure} value={entry[figure]} max={max[figure]} />
      ))}
    </tr>
  );
}

type FigureCellProps = { readonly figure: OutlineFigure; readonly value: number; readonly max: number };

/** Only text and one bar: a network has a thousand cells, and a slider changes all of them. */
function FigureCell({ figure, value, max }: FigureCellProps) {
  const { i18n } = useLingui();
  return (
    <td
      className={styles.figure}
      data-figure={figure}
      data-value={value}
      title={value === 0 ? undefined : exactNumberText(value, i18n.locale)}
    >
      {value === 0 ? '0' : shortNumberText(value, i18n.locale)}
      <span className={styles.bar} aria-hidden="true" style={{ inlineSize: `${String((100 * value) / max)}%` }} />
    </td>
  );
}

function useFigureNames(): Readonly<Record<OutlineFigure, string>> {
  const { t } = useLingui();
  return {
    params: t`Params`,
    macs: t`MACs`,
    memoryAccess: t`Memory access cost`,
    largestActivation: t`Largest activation map`,
  };
}

function maxOf(entries: readonly OutlineEntry[]): Readonly<Record<OutlineFigure, number>> {
  const max = (figure: OutlineFigure): number => Math.max(1, ...entries.map((entry) => entry[figure]));
  return {
    params: max('params'),
    macs: max('macs'),
    memoryAccess: max('memoryAccess'),
    largestActivation: max('largestActivation'),
  };
}

function idsWithChildren(entries: readonly OutlineEntry[]): readonly string[] {
  return entries.flatMap(({ id, children }) => (children.length === 0 ? [] : [id, ...idsWithChildren(children)]));
}
