import { useLingui } from '@lingui/react/macro';
import { useRef, type KeyboardEvent } from 'react';
import { boxBeside } from '../../../viz/diagram/boxBeside';
import type { Direction } from '../../../viz/diagram/diagramSize';
import type { PlacedBox } from '../../../viz/diagram/layout';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import styles from './BlockDiagram.module.css';
import { keyTarget } from './keyTarget';
import { useOpWords } from './opWords';

type LayerChoiceProps = {
  readonly direction: Direction;
  readonly boxes: readonly PlacedBox[];
  /** Id of the chosen node; it may be folded into a box. */
  readonly selected: string | undefined;
  readonly onSelect: (nodeId: string) => void;
};

/**
 * The layers of a diagram as a listbox under the picture: one tab stop. Arrow keys along the flow move in execution order,
 * those across it to the branch on that side, and in execution order where there is none. The picture is a single image to
 * screen readers, so the options have the names.
 */
export function LayerChoice({ direction, boxes, selected, onSelect }: LayerChoiceProps) {
  const { t } = useLingui();
  const wordsOf = useOpWords();
  const list = useRef<SVGGElement>(null);
  const layers = boxes.filter((box) => box.node.op.kind !== 'input');
  const chosen = layers.findIndex((box) => box.id === selected || box.badges.some((badge) => badge.id === selected));
  const go = (position: number) => {
    const target = layers[Math.min(Math.max(position, 0), layers.length - 1)];
    if (target === undefined) return;
    onSelect(target.id);
    list.current?.querySelector<SVGElement>(`[data-layer="${CSS.escape(target.id)}"]`)?.focus();
  };
  const walk = (event: KeyboardEvent, position: number) => {
    const box = layers[position];
    const side = acrossKeys[direction][event.key];
    const beside = box && side && boxBeside(layers, box, side, direction);
    const target = beside ? layers.indexOf(beside) : keyTarget(event.key, position, layers.length);
    if (target === undefined) return;
    event.preventDefault();
    go(target);
  };
  return (
    <g
      ref={list}
      data-command
      role="listbox"
      aria-label={t`Layers`}
      aria-orientation={direction === 'right' ? 'horizontal' : 'vertical'}
    >
      {layers.map((box, position) => {
        const { longName } = wordsOf(box.node);
        const output = shapeLabel(box.result.shape);
        return (
          <rect
            key={box.id}
            role="option"
            aria-selected={position === chosen}
            aria-label={t`${longName}, output ${output}`}
            data-layer={box.id}
            className={styles.layer}
            tabIndex={position === Math.max(chosen, 0) ? 0 : -1}
            x={box.x - 3}
            y={box.y - 3}
            width={box.width + 6}
            height={box.height + 6}
            rx={8}
            onClick={() => {
              go(position);
            }}
            onKeyDown={(event) => {
              walk(event, position);
            }}
          />
        );
      })}
    </g>
  );
}

/** The keys that lead across the flow. */
const acrossKeys: Readonly<Record<Direction, Readonly<Record<string, 'before' | 'after'>>>> = {
  right: { ArrowUp: 'before', ArrowDown: 'after' },
  down: { ArrowLeft: 'before', ArrowRight: 'after' },
};
