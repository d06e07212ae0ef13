import { useLingui } from '@lingui/react/macro';
import { use, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Input, Label, NumberField, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { nearestIndex } from '../../nets/steps';
import { useHeldInPlace } from './useHeldInPlace';
import { useNumberText, withUnitText } from './numberText';
import { LockedContext } from './lockedContext';
import styles from './NumberSlider.module.css';

type NumberSliderProps = {
  readonly label: string;
  /** The legal values, ascending; slider and field yield nothing else. See `sliderStops`. */
  readonly values: readonly number[];
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Shown after the number and spoken with it: `px`, `channels`. */
  readonly unit?: string;
  /** One line under the slider. */
  readonly hint?: string;
  /** Formats the number; locale-aware decimals by default. */
  readonly format?: Intl.NumberFormatOptions;
  readonly isDisabled?: boolean;
};

/** Up to this many values are marked on the track; more would smear. */
const maxTicks = 24;

const plainFormat: Intl.NumberFormatOptions = { maximumFractionDigits: 4 };

/**
 * A slider and a number field for one parameter. Both step through `values` only: arrow keys go to the next legal value,
 * and a typed number snaps to the nearest one, which is announced.
 */
export function NumberSlider({
  label,
  values,
  value,
  onChange,
  unit,
  hint,
  format = plainFormat,
  isDisabled = false,
}: NumberSliderProps) {
  const { t } = useLingui();
  const text = useNumberText(format);
  const hintId = useId();
  const [correction, setCorrection] = useState('');
  const thumb = useRef<HTMLInputElement>(null);
  const track = useRef<HTMLDivElement>(null);
  const { hold } = useHeldInPlace(track);
  const index = nearestIndex(values, value);
  const last = values.length - 1;
  const isLocked = use(LockedContext);
  const frozen = isDisabled || isLocked || last < 1;
  const spoken = withUnitText(text(value), unit);

  // The slider runs over indices into `values`, and the library would announce the index; this announces the value.
  useLayoutEffect(() => {
    thumb.current?.setAttribute('aria-valuetext', spoken);
  });

  const choose = (position: number) => {
    const chosen = values[Math.min(Math.max(position, 0), last)];
    setCorrection('');
    if (chosen !== undefined && chosen !== value) onChange(chosen);
  };
  const chooseNearest = (typed: number) => {
    if (Number.isNaN(typed)) return;
    const position = nearestIndex(values, typed);
    choose(position);
    const chosen = values[position];
    if (chosen !== undefined && chosen !== typed) {
      const [wanted, nearest] = [text(typed), text(chosen)];
      setCorrection(t`${wanted} is not allowed here; set to ${nearest}, the nearest value.`);
    }
  };

  return (
    <Slider
      className={styles.root}
      value={index}
      onChange={choose}
      minValue={0}
      maxValue={Math.max(last, 1)}
      isDisabled={frozen}
    >
      <div className={styles.head}>
        <Label className={styles.label}>{label}</Label>
        <NumberField
          className={styles.field}
          aria-label={label}
          value={value}
          onChange={chooseNearest}
          formatOptions={format}
          isDisabled={frozen}
          isWheelDisabled
        >
          <Input
            className={styles.input}
            style={{ inlineSize: `${String(widestText(values, text) + 2)}ch` }}
            aria-describedby={hint === undefined && correction === '' ? undefined : hintId}
            onKeyDownCapture={(event) => {
              stepByKey(event, index, last, choose);
            }}
          />
        </NumberField>
        {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
      </div>
      <span className={styles.end} aria-hidden="true">
        {text(values[0] ?? value)}
      </span>
      <SliderTrack ref={track} className={styles.track} data-track onPointerDownCapture={hold}>
        <span className={styles.rail} />
        <span className={styles.fill} style={{ inlineSize: `${String((index / Math.max(last, 1)) * 100)}%` }} />
        {last > 0 && last < maxTicks
          ? values.map((tick, position) => (
              <span
                key={tick}
                className={styles.tick}
                style={{ insetInlineStart: `${String((position / last) * 100)}%` }}
              />
            ))
          : null}
        <SliderThumb className={styles.thumb} inputRef={thumb} />
      </SliderTrack>
      <span className={styles.end} aria-hidden="true">
        {last > 0 ? text(values[last] ?? value) : ''}
      </span>
      <p id={hintId} className={styles.hint} role="status">
        {correction === '' ? hint : correction}
      </p>
    </Slider>
  );
}

/** Replaces the field's own steps of 1, which would land on illegal values. */
function stepByKey(event: KeyboardEvent, index: number, last: number, choose: (position: number) => void): void {
  const page = Math.max(1, Math.round(last / 10));
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: index + 1,
    ArrowDown: index - 1,
    PageUp: index + page,
    PageDown: index - page,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  choose(target);
}

/** Length of the longest value, so that the field keeps its width while the slider moves. */
function widestText(values: readonly number[], text: (value: number) => string): number {
  const sample = values.length > 64 ? [values[0] ?? 0, values[1] ?? 0, values[values.length - 1] ?? 0] : values;
  return Math.max(...sample.map((value) => text(value).length));
}
