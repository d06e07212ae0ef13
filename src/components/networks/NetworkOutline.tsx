import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Graph } from '../../nets/graph';
import type { OutlineEntry, OutlineFigure } from '../../nets/readings/outline';
import { outlineOf } from '../../nets/readings/outline';
import { describe } from '../../nets/readings/table';
import { shapeLabel } from '../../viz/shapeLabel';
import { Button } from '../controls/Button';
import { ChoiceControl } from '../controls/ChoiceControl';
import { Quantity } from '../controls/Quantity';
import styles from './NetworkOutline.module.css';

const figures = ['params', 'macs', 'memoryAccess', 'largestActivation'] as const;

type NetworkOutlineProps = {
  readonly graph: Graph;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

/** The network as rows that open: stages, blocks, layers; each with a bar for every figure. */
export function NetworkOutline({ graph, selected, onSelect }: NetworkOutlineProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [narrowFigure, setNarrowFigure] = useState<OutlineFigure>('macs');
  const entries = outlineOf(graph);
  const names = useFigureNames();
  const most = mostOf(entries);
  const toggle = (id: string): void => {
    setOpened((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  };
  return (
    <div className={styles['root']} data-shown={narrowFigure}>
      <div className={styles['tools']}>
        <Button
          onPress={() => {
            setOpened(opened.size > 0 ? new Set() : new Set(idsWithChildren(entries)));
          }}
        >
          {opened.size > 0 ? <Trans>Close all</Trans> : <Trans>Open all</Trans>}
        </Button>
        <span className={styles['narrow']}>
          <ChoiceControl
            label={t`Figure`}
            labelled="hidden"
            options={figures.map((value) => ({ value, label: names[value] }))}
            value={narrowFigure}
            onChange={setNarrowFigure}
          />
        </span>
      </div>
      <table className={styles['table']}>
        <caption className={styles['caption']}>{t`Stages, blocks and layers`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Part`}</th>
            <th scope="col" className={styles['shape']}>{t`Output`}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className={styles['figure']} data-figure={figure}>
                {names[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows
            entries={entries}
            depth={0}
            opened={opened}
            onToggle={toggle}
            selected={selected}
            onSelect={onSelect}
            most={most}
          />
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
  readonly most: Readonly<Record<OutlineFigure, number>>;
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

function Row({
  entry,
  depth,
  opened,
  onToggle,
  selected,
  onSelect,
  most,
}: RowsProps & { readonly entry: OutlineEntry }) {
  const { t } = useLingui();
  const { id, lastId, name, repeats, node, children } = entry;
  const range = repeats > 1 ? `${name} – ${lastId.split('.').at(-1) ?? ''}` : name;
  const isOpen = opened.has(id);
  return (
    <tr data-part={id} data-depth={depth} data-selected={id === selected}>
      <th scope="row">
        <span className={styles['part']} style={{ paddingInlineStart: `${String(depth * 1.1)}em` }}>
          {children.length === 0 ? (
            <span className={styles['leaf']} />
          ) : (
            <button
              type="button"
              className={styles['toggle']}
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
              className={styles['name']}
              aria-pressed={id === selected}
              onClick={() => {
                onSelect(id);
              }}
            >
              {range}
            </button>
          )}
          {repeats > 1 ? <span className={styles['repeats']}>× {repeats}</span> : null}
          {node === undefined ? null : <span className={styles['op']}>{describe(node)}</span>}
        </span>
      </th>
      <td className={styles['shape']}>{shapeLabel(entry.output)}</td>
      {figures.map((figure) => (
        <td key={figure} className={styles['figure']} data-figure={figure} data-value={entry[figure]}>
          {entry[figure] === 0 ? (
            <span className={styles['zero']}>0</span>
          ) : (
            <Quantity value={entry[figure]} stops="plain" />
          )}
          <span
            className={styles['bar']}
            aria-hidden="true"
            style={{ inlineSize: `${String((100 * entry[figure]) / most[figure])}%` }}
          />
        </td>
      ))}
    </tr>
  );
}

function useFigureNames(): Readonly<Record<OutlineFigure, string>> {
  const { t } = useLingui();
  return {
    params: t`Params`,
    macs: t`MACs`,
    memoryAccess: t`Memory access cost`,
    largestActivation: t`Largest activation`,
  };
}

function mostOf(entries: readonly OutlineEntry[]): Readonly<Record<OutlineFigure, number>> {
  const most = (figure: OutlineFigure): number => Math.max(1, ...entries.map((entry) => entry[figure]));
  return {
    params: most('params'),
    macs: most('macs'),
    memoryAccess: most('memoryAccess'),
    largestActivation: most('largestActivation'),
  };
}

function idsWithChildren(entries: readonly OutlineEntry[]): readonly string[] {
  return entries.flatMap(({ id, children }) => (children.length === 0 ? [] : [id, ...idsWithChildren(children)]));
}
