import { useLingui } from '@lingui/react/macro';
import type { Kernel, SharedKernel } from '../../../viz/chapters/sharedKernel';
import { numberFormat } from '../../ui/numberText';
import { useIsPresented } from '../../ui/useIsPresented';
import styles from './SharedKernelPicture.module.css';

type SharedKernelPictureProps = {
  readonly bank: SharedKernel;
  readonly width: number;
  readonly kept: string;
  /** Whether the shared kernel is still to be guessed: it and what it gives are empty. */
  readonly isAsked?: boolean;
  /** A wrong guess of what the shared kernel gives: a row of its own below. */
  readonly guessed?: readonly Kernel[] | undefined;
};

const gap = 10;
/** Px for a line of words over its row. */
const words = 28;
const maxTile = 84;
/** On a screen, so that three rows of them and their words stand on it in large type. */
const maxTilePresented = 54;
/** With a guess there is a fourth row. */
const maxTileGuessed = 36;

/** Three rows: the kernels that a standard convolution can have, the shared one with its strengths, and what it gives. */
export function SharedKernelPicture({ bank, width, kept, isAsked = false, guessed }: SharedKernelPictureProps) {
  const { i18n, t } = useLingui();
  const isPresented = useIsPresented();
  const { wanted, shared, strengths, given } = bank;
  const count = wanted.length;
  const presented = guessed === undefined ? maxTilePresented : maxTileGuessed;
  const tile = Math.min(isPresented ? presented : maxTile, (width - 2 - gap * (count - 1)) / count);
  const row = words + tile + 14;
  const middle = row + words;
  const factors = middle + tile + 24;
  const last = factors + 20;
  const guess = last + words + tile + 14;
  const height = (guessed === undefined ? last : guess) + words + tile + 2;
  const largest = Math.max(...wanted.flat().map(Math.abs));
  const number = (value: number) =>
    numberFormat(i18n.locale, { maximumFractionDigits: 1 })
      .format(Math.abs(value) < 0.05 ? 0 : value)
      .replace('-', '−');
  const at = (output: number): number => output * (tile + gap);
  const [area, free, few] = [shared.length, shared.length * count, shared.length + count];
  return (
    <svg
      className={styles.picture}
      width={width}
      height={height}
      viewBox={`-1 0 ${width} ${height}`}
      role="img"
      aria-label={
        isAsked
          ? t`${count} kernels that are wanted of one input channel: four edges and four blurs`
          : t`Standard: ${count} free kernels, ${free} weights. Separable: one kernel and ${count} strengths, ${few} weights, which keep ${kept} of them.`
      }
    >
      <text y={16}>{t`Standard: ${free} weights, each kernel free`}</text>
      {wanted.map((kernel, output) => (
        <Tile key={output} kernel={kernel} x={at(output)} y={words} size={tile} largest={largest} />
      ))}
      <text y={row + 16}>{t`Separable: ${area} + ${count} = ${few} weights, one kernel …`}</text>
      <Tile kernel={isAsked ? null : shared} x={0} y={middle} size={tile} largest={1} />
      <text y={middle + tile / 2} x={tile + 12} dominantBaseline="central">
        {t`… times a strength for each output:`}
      </text>
      {strengths.map((strength, output) => (
        <text key={output} className={styles.strength} x={at(output) + tile / 2} y={factors + 12}>
          {isAsked ? '?' : number(strength / largest)}
        </text>
      ))}
      {given.map((kernel, output) => (
        <Tile
          key={output}
          kernel={isAsked ? null : kernel}
          x={at(output)}
          y={factors + 24}
          size={tile}
          largest={largest}
        />
      ))}
      {guessed === undefined ? null : (
        <g className={styles.guess}>
          <text y={guess + 16}>{t`Your guess`}</text>
          {guessed.map((kernel, output) => (
            <Tile key={output} kernel={kernel} x={at(output)} y={guess + words} size={tile} largest={largest} />
          ))}
        </g>
      )}
    </svg>
  );
}

type TileProps = {
  /** Null where it is not shown. */
  readonly kernel: Kernel | null;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The weight that has the full colour. */
  readonly largest: number;
};

function Tile({ kernel, x, y, size, largest }: TileProps) {
  const cell = size / 3;
  return (
    <g>
      {kernel?.map((weight, at) => (
        <rect
          key={at}
          className={styles.weight}
          x={x + (at % 3) * cell}
          y={y + Math.floor(at / 3) * cell}
          width={cell}
          height={cell}
          style={{ fill: colourOf(weight / largest) }}
        />
      ))}
      <rect className={styles.frame} x={x} y={y} width={size} height={size} rx={2} />
    </g>
  );
}

function colourOf(share: number): string {
  const percent = Math.round(100 * Math.min(1, Math.abs(share)));
  return `color-mix(in oklab, ${share < 0 ? 'var(--ink-soft)' : 'var(--params)'} ${String(percent)}%, var(--surface))`;
}
