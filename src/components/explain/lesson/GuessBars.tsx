import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { pointsOff } from '../../../course/pointsOff';
import type { BarsPrediction } from '../../../course/prediction';
import { fixedText, listText } from '../../ui/numberText';
import { usePunctuation } from '../../ui/usePunctuation';
import barStyles from './AskedBars.module.css';
import { BarRow } from './BarRow';
import { Gate, type Seen } from './Gate';
import { MoveHint } from './MoveHint';
import styles from './GuessBars.module.css';
import { quotedText } from './quotedText';
import { useGate } from './useGate';
import { useWords } from './useWords';

type GuessBarsProps = {
  readonly of: BarsPrediction;
  /** A figure above the bars. */
  readonly figure?: (seen: Seen<readonly number[]>) => ReactNode;
};

/** Asks for shares, drawn as bars with the pointer or the arrow keys. */
export function GuessBars({ of: prediction, figure }: GuessBarsProps) {
  const { i18n } = useLingui();
  const { sentences } = usePunctuation();
  const write = useWords();
  const gate = useGate(prediction);
  const { bars, misses = [] } = prediction;
  const [moved, setMoved] = useState<readonly number[] | undefined>(undefined);
  const [isRefused, setIsRefused] = useState(false);
  const drawn = moved ?? bars.map(() => 0);
  const isOpen = gate.state === 'open';
  const given = gate.given?.kind === 'bars' ? gate.given.values : undefined;
  const percent = (value: number, decimals = 1): string =>
    `${fixedText(value, i18n.locale, Number.isInteger(value) ? 0 : decimals)}%`;
  const rights = isOpen ? bars.map(({ answer }) => answer()) : [];
  const rightText = listText(
    rights.map((value, index) => percent(value, bars[index]?.decimals)),
    i18n.locale,
  );
  const offs = rights.map((value, index) => pointsOff(given?.[index] ?? value, value, bars[index]?.decimals ?? 1));
  const off = given === undefined ? 0 : Math.max(0, ...offs);
  const points = quotedText(off, i18n.locale);
  const reasons = given === undefined || off < 5 ? [] : misses.filter(({ when }) => when(given));
  return (
    <Gate
      prediction={prediction}
      gate={gate}
      isMadeInFigure
      control={
        <MoveHint isRefused={isRefused && moved === undefined}>
          <Trans>Draw the bars: drag, or use the arrow keys.</Trans>
        </MoveHint>
      }
      said={moved === undefined ? null : { kind: 'bars', values: moved }}
      onRefuse={() => {
        setIsRefused(true);
      }}
      distance={off < 1 ? undefined : <Trans>{points} points off</Trans>}
      verdict={<Trans>It is {rightText}.</Trans>}
      reason={reasons.length === 0 ? undefined : sentences(reasons.map(({ why }) => write(why)))}
      figure={
        <div className={styles.figure}>
          {figure?.({ isOpen, guess: isOpen ? given : drawn })}
          {isOpen ? (
            <dl className={barStyles.bars}>
              {bars.map(({ id, label, tone, decimals }, index) => (
                <BarRow
                  key={id}
                  {...{ id, tone, isOpen }}
                  name={write(label)}
                  value={rights[index] ?? 0}
                  isAsked
                  guess={given?.[index]}
                  end={100}
                  format={(value) => percent(value, decimals)}
                />
              ))}
            </dl>
          ) : (
            bars.map(({ id, label, tone }, index) => (
              <DrawnBar
                key={id}
                label={write(label)}
                tone={tone}
                value={drawn[index] ?? 0}
                onChange={(value) => {
                  setMoved(drawn.with(index, value));
                }}
              />
            ))
          )}
        </div>
      }
      onAgain={() => {
        setMoved(undefined);
        setIsRefused(false);
      }}
    />
  );
}

type DrawnBarProps = {
  readonly label: string;
  readonly tone: 'params' | 'macs' | 'memory';
  readonly value: number;
  readonly onChange: (value: number) => void;
};

/** A bar that is drawn by its end. */
function DrawnBar({ label, tone, value, onChange }: DrawnBarProps) {
  return (
    <Slider
      className={styles.drawn}
      data-tone={tone}
      aria-label={label}
      minValue={0}
      maxValue={100}
      step={1}
      value={value}
      formatOptions={{ style: 'unit', unit: 'percent' }}
      onChange={(next) => {
        if (typeof next === 'number') onChange(next);
      }}
    >
      <span>{label}</span>
      <span className={styles.line}>
        <SliderTrack className={styles.track}>
          <span className={styles.bar} style={{ inlineSize: `${String(value)}%` }} />
          <SliderThumb className={styles.thumb} />
        </SliderTrack>
        <span className={styles.value}>{value}%</span>
      </span>
    </Slider>
  );
}
