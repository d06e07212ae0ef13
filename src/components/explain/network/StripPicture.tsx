import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { NetworkPart, PartCost } from '../../../nets/readings/networkParts';
import type { Strip, StripPart } from '../../../viz/network/strip';
import {
  fitsOver,
  labelledParts,
  middleOf,
  shareBaseline,
  stripFontSize,
  stripLayout,
} from '../../../viz/network/strip';
import { exactNumberText, percentText, shortNumberText, wholePercentText } from '../../ui/numberText';
import { shapeLabel } from '../../../viz/diagram/shapeLabel';
import { usePartWords } from '../diagram/partWords';
import { isWithin } from './isWithin';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './NetworkStrip.module.css';
import { PartChoice } from './PartChoice';
import { useCostNames } from './useCostNames';
import type { Zoom } from './useZoom';

type StripPictureProps = {
  readonly name: string;
  readonly parts: readonly NetworkPart[];
  readonly cost: PartCost;
  /** Px. */
  readonly width: number;
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly onZoom: Zoom['change'];
};

/** The parts of a network and the bars of their shares, with what the pointer is at. */
export function StripPicture({ name, parts, cost, width, selected, onSelect, onZoom }: StripPictureProps) {
  const { t } = useLingui();
  const [pointed, setPointed] = useState<StripPart | undefined>(undefined);
  const strip = useMemo(() => stripLayout(parts, cost, width), [parts, cost, width]);
  const isChosen = (id: string): boolean => isWithin(id, selected);
  return (
    <div className={styles.place} data-cost={cost} style={{ inlineSize: strip.width }}>
      <svg
        className={styles.strip}
        width={strip.width}
        height={strip.height}
        viewBox={`0 0 ${strip.width} ${strip.height}`}
      >
        <PartChoice
          strip={strip}
          cost={cost}
          isChosen={isChosen}
          onSelect={onSelect}
          onZoom={onZoom}
          onPoint={setPointed}
        />
        <g className={styles.picture} role="img" aria-label={t`${name}, part by part`}>
          <Input strip={strip} />
          <path className={styles.axis} d={`M20 ${strip.axis}H${strip.width}`} />
          {strip.parts.map((one) => (
            <Part key={one.part.id} one={one} isChosen={isChosen(one.part.id)} base={strip.base} />
          ))}
          <Labels strip={strip} isChosen={isChosen} />
        </g>
      </svg>
      {pointed === undefined ? null : <Card one={pointed} cost={cost} width={strip.width} />}
    </div>
  );
}

/** The image: its three channels as lines. */
function Input({ strip: { input, parts } }: { readonly strip: Strip }) {
  const { t } = useLingui();
  const [first] = parts;
  if (first === undefined) return null;
  const { height, width, channels } = first.part.input;
  return (
    <>
      {input.xs.map((x) => (
        <rect key={x} className={styles.channel} x={x} y={input.y} width={2.5} height={input.height} />
      ))}
      <text className={styles.quiet} x={input.xs[0]} y={input.y - 10}>
        {t`input, ${height} × ${width}, ${channels} channels`}
      </text>
    </>
  );
}

type PartProps = { readonly one: StripPart; readonly isChosen: boolean; readonly base: number };

function Part({ one, isChosen, base }: PartProps) {
  const { x, width, body, passed, arc, bar, strength, part } = one;
  return (
    <>
      <path
        className={styles.body}
        d={body}
        style={{ fill: `color-mix(in oklab, var(--cost) ${String(Math.round(100 * strength))}%, var(--surface))` }}
      />
      {passed === undefined ? null : <rect className={styles.passed} {...passed} />}
      {arc === undefined ? null : <path className={styles.arc} data-shortcut={part.shortcut} d={arc} />}
      <rect className={styles.bar} {...bar} rx={Math.min(2, bar.height / 2, bar.width / 2)} />
      {isChosen ? <rect className={styles.chosen} x={x} y={base + 3} width={width} height={4} rx={2} /> : null}
    </>
  );
}

type LabelsProps = { readonly strip: Strip; readonly isChosen: (id: string) => boolean };

/** The largest shares over their bars, the sizes of the maps below, and names over parts that are wide enough. */
function Labels({ strip, isChosen }: LabelsProps) {
  const { i18n } = useLingui();
  const { list } = usePunctuation();
  const wordsOf = usePartWords();
  return (
    <>
      {labelledParts(strip, isChosen).map((one) => (
        <text key={one.part.id} className={styles.share} x={middleOf(one)} y={shareBaseline(strip, one)}>
          {one.share < 0.0995 ? percentText(one.share, i18n.locale) : wholePercentText(one.share, i18n.locale)}
        </text>
      ))}
      {strip.sizes.map(({ mapHeight, text, x }) => (
        <text key={`${mapHeight} ${x}`} className={styles.size} x={x} y={strip.base + 26}>
          {text}
        </text>
      ))}
      {strip.parts.map((one) => {
        const words = list([wordsOf(one.part.id), exactNumberText(one.part.output.channels, i18n.locale)]);
        return one.part.kind === 'layer' && fitsOver(one, words) ? (
          <text key={one.part.id} className={styles.size} x={middleOf(one)} y={one.top - 9}>
            {words}
          </text>
        ) : null;
      })}
    </>
  );
}

type CardProps = { readonly one: StripPart; readonly cost: PartCost; readonly width: number };

/** What the pointer is at, beside it; who uses the keyboard hears the same. */
function Card({ one, cost, width }: CardProps) {
  const { i18n } = useLingui();
  const wordsOf = usePartWords();
  const costName = useCostNames()[cost];
  const { part, share } = one;
  const isRight = middleOf(one) > width / 2;
  const side = isRight ? { insetInlineEnd: width - one.x + 8 } : { insetInlineStart: one.x + one.width + 8 };
  return (
    <div className={styles.card} aria-hidden="true" data-command style={{ ...side, insetBlockStart: stripFontSize }}>
      <b>{wordsOf(part.id)}</b>
      <span>
        {shapeLabel(part.input)} → {shapeLabel(part.output)}
      </span>
      <span className={styles.cost}>
        {shortNumberText(part[cost], i18n.locale)} {costName}, {percentText(share, i18n.locale)}
      </span>
    </div>
  );
}
