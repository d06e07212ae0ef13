import { useLingui } from '@lingui/react/macro';
import { useRef, type KeyboardEvent } from 'react';
import type { PartCost } from '../../../nets/readings/networkParts';
import type { Strip, StripPart } from '../../../viz/network/strip';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { percentText, shortNumberText } from '../../ui/numberText';
import { usePartWords } from '../diagram/partWords';
import styles from './NetworkStrip.module.css';
import { keyTarget } from '../diagram/keyTarget';
import { useCostNames } from './useCostNames';
import type { Zoom } from './useZoom';

type PartChoiceProps = {
  readonly strip: Strip;
  readonly cost: PartCost;
  readonly isChosen: (id: string) => boolean;
  readonly onSelect: (id: string) => void;
  readonly onZoom: Zoom['change'];
  /** Called with the part that the pointer is at. */
  readonly onPoint: (one: StripPart | undefined) => void;
};

/** The parts of a strip as a listbox over the picture: one tab stop; arrows, Home and End choose, + and − enlarge, 0 shows all. */
export function PartChoice({ strip, cost, isChosen, onSelect, onZoom, onPoint }: PartChoiceProps) {
  const { i18n, t } = useLingui();
  const wordsOf = usePartWords();
  const costName = useCostNames()[cost];
  const list = useRef<SVGGElement>(null);
  const { parts } = strip;
  const stop = Math.max(
    parts.findIndex(({ part }) => isChosen(part.id)),
    0,
  );
  const press = (event: KeyboardEvent, position: number) => {
    const way = zoomWays[event.key];
    const target = keyTarget(event.key, position, parts.length);
    const one = target === undefined ? undefined : parts[Math.min(Math.max(target, 0), parts.length - 1)];
    if (event.ctrlKey || event.metaKey || event.altKey || (way === undefined && one === undefined)) return;
    event.preventDefault();
    if (way !== undefined) onZoom(way);
    if (one === undefined) return;
    onSelect(one.part.id);
    list.current?.querySelector<SVGElement>(`[data-at="${CSS.escape(one.part.id)}"]`)?.focus({ preventScroll: true });
  };
  return (
    <g ref={list} data-command role="listbox" aria-label={t`Parts of the network`}>
      {parts.map((one, position) => {
        const { part, x, width, share } = one;
        const [words, output] = [wordsOf(part.id), shapeLabel(part.output)];
        const [value, percent] = [shortNumberText(part[cost], i18n.locale), percentText(share, i18n.locale)];
        return (
          <rect
            key={part.id}
            role="option"
            aria-selected={isChosen(part.id)}
            aria-label={t`${words}, gives ${output}; ${costName} ${value}, ${percent} of all`}
            data-at={part.id}
            className={styles.hit}
            tabIndex={position === stop ? 0 : -1}
            x={x - 3.5}
            y={0}
            width={width + 7}
            height={strip.base + 10}
            onClick={() => {
              onSelect(part.id);
            }}
            onKeyDown={(event) => {
              press(event, position);
            }}
            onPointerEnter={({ pointerType }) => {
              if (pointerType === 'mouse') onPoint(one);
            }}
            onPointerLeave={() => {
              onPoint(undefined);
            }}
          />
        );
      })}
    </g>
  );
}

const zoomWays: Readonly<Record<string, 'in' | 'out' | 'whole' | undefined>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'whole',
};
