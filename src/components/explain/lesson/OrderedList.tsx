import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/Icon';
import { Spoken } from '../../ui/Spoken';
import styles from './OrderedList.module.css';

type OrderedListProps<V extends string> = {
  readonly order: readonly V[];
  readonly labelOf: (value: V) => string;
  readonly onChange: (order: readonly V[]) => void;
};

/** A list to put into order: a row is dragged, or moved by the arrow keys while it has the focus. */
export function OrderedList<V extends string>({ order, labelOf, onChange }: OrderedListProps<V>) {
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<V | undefined>(undefined);
  const [moved, setMoved] = useState<V | undefined>(undefined);
  // A row that moves in the document loses the focus.
  useLayoutEffect(() => {
    if (moved === undefined) return;
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    rows.find((row) => row.dataset['value'] === moved)?.focus({ preventScroll: true });
  }, [moved, order]);
  const move = (value: V, to: number): void => {
    const place = Math.min(order.length - 1, Math.max(0, to));
    if (order.indexOf(value) === place) return;
    onChange(order.filter((other) => other !== value).toSpliced(place, 0, value));
  };
  const [count, place] = [order.length, moved === undefined ? 0 : order.indexOf(moved) + 1];
  const name = moved === undefined ? '' : labelOf(moved);
  return (
    <>
      <ol ref={list} className={styles.list}>
        {order.map((value, index) => (
          <li key={value}>
            <button
              type="button"
              className={styles.row}
              data-value={value}
              data-held={held === value}
              onKeyDown={(event) => {
                const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (step === undefined) return;
                event.preventDefault();
                setMoved(value);
                move(value, index + step);
              }}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                setMoved(undefined);
                setHeld(value);
              }}
              onPointerMove={(event) => {
                const box = list.current?.getBoundingClientRect();
                if (held !== value || box === undefined) return;
                move(value, Math.floor(((event.clientY - box.top) / box.height) * count));
              }}
              onPointerUp={() => {
                setHeld(undefined);
              }}
              onPointerCancel={() => {
                setHeld(undefined);
              }}
            >
              <span className={styles.place}>{index + 1}</span>
              <span>{labelOf(value)}</span>
              <Icon name="menu" />
              <Spoken>{t`arrow keys move it`}</Spoken>
            </button>
          </li>
        ))}
      </ol>
      <div role="status">
        <Spoken>{moved === undefined ? null : t`${name}: place ${place} of ${count}`}</Spoken>
      </div>
    </>
  );
}
