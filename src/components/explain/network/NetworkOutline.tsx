import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsArrayOf, parseAsString } from 'nuqs';
import { Fragment, useDeferredValue, useMemo } from 'react';
import type { OutlineEntry, OutlineFigure } from '../../../nets/readings/outline';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { Button } from '../../ui/Button';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Icon } from '../../ui/Icon';
import { useArrivedQuery, useReading } from '../../ui/address/readings';
import { useAddressValue } from '../../ui/address/useAddress';
import { exactNumberText, shortNumberText } from '../../ui/numberText';
import { useOpWords } from '../diagram/opWords';
import { usePartWords } from '../diagram/partWords';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './NetworkOutline.module.css';
import { useCostNames } from './useCostNames';
import { outlineFigures, useShownFigure } from './useShownFigure';

/** In the address: every part that has parts is open. */
const all = 'all';

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
  const [narrowFigure, setNarrowFigure] = useShownFigure();
  const names = useFigureNames();
  const withParts = useMemo(() => idsWithChildren(entries), [entries]);
  useToldParts(withParts);
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
            options={outlineFigures.map((value) => ({ value, label: names[value] }))}
            value={narrowFigure}
            onChange={setNarrowFigure}
          />
        </span>
      </div>
      <table className={styles.table} aria-label={t`Stages, blocks and layers`}>
        <thead>
          <tr>
            <th scope="col">{t`Part`}</th>
            <th scope="col" className={styles.shape}>{t`Output`}</th>
            {outlineFigures.map((figure) => (
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
  const { id, children } = entry;
  const name = useRowName()(entry, depth);
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
              aria-label={t`Parts of ${name}`}
              onClick={() => {
                onToggle(id);
              }}
            >
              <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
            </button>
          )}
          {children.length === 0 ? (
            <span>{name}</span>
          ) : (
            <button
              type="button"
              className={styles.name}
              aria-pressed={id === selected}
              onClick={() => {
                onSelect(id);
              }}
            >
              {name}
            </button>
          )}
          {entry.repeats > 1 ? <span className={styles.repeats}>× {entry.repeats}</span> : null}
        </span>
      </th>
      <td className={styles.shape}>{shapeLabel(entry.output)}</td>
      {outlineFigures.map((figure) => (
        <FigureCell key={figure} figure={figure} value={entry[figure]} max={max[figure]} />
      ))}
    </tr>
  );
}

/** A row's name: the part's words, from the first to the last number of merged repeats; a single layer's kind. */
function useRowName(): (entry: OutlineEntry, depth: number) => string {
  const { list } = usePunctuation();
  const wordsOf = usePartWords();
  const opWordsOf = useOpWords();
  return ({ name, lastId, repeats, node }, depth) => {
    if (node !== undefined && depth > 0) {
      const { longName, detail } = opWordsOf(node);
      return node.op.kind === 'conv' || node.op.kind === 'fullyConnected' ? list([longName, detail]) : longName;
    }
    const lastNumber = /\d+$/.exec(lastId)?.[0];
    return repeats > 1 && lastNumber !== undefined ? `${wordsOf(name)}–${lastNumber}` : wordsOf(name);
  };
}

/** Tells of open parts in the address that the network does not have. */
function useToldParts(known: readonly string[]): void {
  const text = useArrivedQuery().get('open');
  const refused = useMemo(
    () =>
      (text ?? '')
        .split(',')
        .filter((part) => part !== '' && part !== all && !known.includes(part))
        .map((part) => ({ key: 'open', text: text ?? '', part, used: null, why: { kind: 'noSuchPart' as const } })),
    [text, known],
  );
  useReading(['open'], refused);
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
      title={Number.isInteger(value) && value > 0 ? exactNumberText(value, i18n.locale) : undefined}
    >
      {value === 0 ? '0' : shortNumberText(value, i18n.locale)}
      <span className={styles.bar} aria-hidden="true" style={{ inlineSize: `${String((100 * value) / max)}%` }} />
    </td>
  );
}

function useFigureNames(): Readonly<Record<OutlineFigure, string>> {
  const { t } = useLingui();
  return { ...useCostNames(), largestActivation: t`Largest activation map` };
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
