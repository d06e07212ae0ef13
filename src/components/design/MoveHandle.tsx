import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import styles from './MoveHandle.module.css';

type MoveHandleProps = {
  /** The row, counted from 1. */
  readonly number: number;
  readonly onMove: (by: number) => void;
};

/** Moves a row: drag it over another one, or press the arrow keys. */
export function MoveHandle({ number, onMove }: MoveHandleProps) {
  const { t } = useLingui();
  const handle = useRef<HTMLButtonElement>(null);
  const [target, setTarget] = useState<number | undefined>(undefined);
  return (
    <button
      ref={handle}
      type="button"
      className={styles.handle}
      data-command
      data-dragged={target === undefined ? undefined : true}
      aria-label={t`Move row ${number}`}
      title={t`Drag, or press the arrow keys up and down`}
      onKeyDown={(event) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        onMove(by);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setTarget(number);
      }}
      onPointerMove={(event) => {
        if (target !== undefined) setTarget(rowAt(event.currentTarget, event.clientY) ?? target);
      }}
      onPointerUp={() => {
        setTarget(undefined);
        if (target !== undefined && target !== number) onMove(target - number);
      }}
      onPointerCancel={() => {
        setTarget(undefined);
      }}
    >
      <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
        <path d="M3 3h.01M7 3h.01M3 8h.01M7 8h.01M3 13h.01M7 13h.01" />
      </svg>
      {target === undefined || target === number ? null : (
        <span className={styles.target} role="status">{t`to ${target}`}</span>
      )}
    </button>
  );
}

/** The row of the table that is at this height of the window. */
function rowAt(handle: HTMLElement, y: number): number | undefined {
  const lines = [...(handle.closest('tbody')?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
  const line = lines.find((candidate) => candidate.getBoundingClientRect().bottom > y) ?? lines.at(-1);
  return line === undefined ? undefined : Number(line.dataset['row']);
}
