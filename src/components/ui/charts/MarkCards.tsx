import { useLingui } from '@lingui/react/macro';
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { markAfter, nearestMark } from '../../../viz/charts/nearestMark';
import { useEscape } from '../useEscape';
import styles from './MarkCards.module.css';

/** A mark of a chart at its px from the picture's top left corner, and what its card says. */
export type CardMark = {
  readonly id: string;
  readonly px: number;
  readonly py: number;
  /** How far a wide mark reaches to both sides, px; it has no ring. */
  readonly reach?: number;
  readonly card: ReactNode;
};

export type MarkCardsProps = {
  readonly marks: readonly CardMark[];
  /** Of the picture, px. */
  readonly width: number;
  readonly height: number;
  /** The mark whose card shows. */
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
  /** Called when a mark is clicked, or Enter pressed on it. */
  readonly onPick?: (id: string) => void;
};

/** Px from a mark within which a pointer means it; a finger is less exact. */
const reach = { mouse: 24, touch: 36 } as const;
const cardWidth = 248;

/**
 * Over a chart: the card of the mark that the pointer is at. A touch pins it. The keyboard comes here once, then goes from
 * mark to mark with the arrow keys; Escape closes the card.
 */
export function MarkCards({ marks, width, height, active, onActive, onPick }: MarkCardsProps) {
  const { t } = useLingui();
  /** Whether the card stays when the pointer leaves. */
  const isPinned = useRef(false);
  const show = (id: string | null, pins: boolean) => {
    isPinned.current = pins && id !== null;
    if (id !== active) onActive(id);
  };
  useEscape(active !== null, () => show(null, false));
  const at = (event: MouseEvent<HTMLElement>, within: number) => {
    const box = event.currentTarget.getBoundingClientRect();
    // On paper and in a zoomed page, px of the screen and of the picture differ.
    const scale = width / box.width;
    const [px, py] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    return nearestMark(marks, { px, py }, within)?.id ?? null;
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && active !== null) return onPick?.(active);
    const next = markAfter(marks, active, event.key);
    if (next === undefined) return;
    event.preventDefault();
    show(next.id, true);
  };
  const shown = marks.find(({ id }) => id === active);
  return (
    <div
      className={styles.marks}
      data-command
      data-picks={onPick !== undefined && shown !== undefined}
      role="group"
      aria-label={t`Points of the chart; the arrow keys go from one to the next`}
      tabIndex={0}
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse' && !isPinned.current) show(at(event, reach.mouse), false);
      }}
      onPointerLeave={() => {
        if (!isPinned.current) show(null, false);
      }}
      onClick={(event) => {
        const id = at(event, reach.touch);
        show(id, true);
        if (id !== null) onPick?.(id);
      }}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible'))
          show(active ?? markAfter(marks, null, 'Home')?.id ?? null, true);
      }}
      onBlur={() => show(null, false)}
      onKeyDown={move}
    >
      {shown === undefined || shown.reach !== undefined ? null : (
        <span className={styles.ring} style={{ left: shown.px, top: shown.py }} />
      )}
      <div className={styles.card} role="status" style={shown === undefined ? {} : placeOf(shown, { width, height })}>
        {shown?.card}
      </div>
    </div>
  );
}

/** Above a mark of the lower half, below one of the upper, and within the picture. */
function placeOf({ px, py }: CardMark, { width, height }: { readonly width: number; readonly height: number }) {
  const inlineSize = Math.min(cardWidth, width);
  const left = Math.max(0, Math.min(px - inlineSize / 2, width - inlineSize));
  return py > height / 2 ? { inlineSize, left, bottom: height - py + 18 } : { inlineSize, left, top: py + 18 };
}
