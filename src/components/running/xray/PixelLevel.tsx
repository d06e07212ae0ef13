import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { activated, pixelOf, type Pixel } from '../../../nets/arithmetic/pixel';
import { macsOfValue, slidingOf, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import { inputOf, type Node } from '../../../nets/graph';
import { activationAfter } from '../../../lab/xray/place';
import { wholeTile } from '../../../viz/maps/tiling';
import { useOpWords } from '../../explain/diagram/opWords';
import { exactNumberText, fixedText } from '../../ui/numberText';
import { isTyping, useKey } from '../../ui/useKey';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion';
import { useSlidingPlace } from './useSlidingPlace';
import { ChannelMap } from './ChannelMap';
import styles from './PixelLevel.module.css';
import { PixelTools } from './PixelTools';
import { Products } from './Products';
import { RunningSum } from './RunningSum';
import type { LevelProps, SeenWeights } from './seen';
import { SplitCount } from './SplitCount';

type PixelLevelProps = LevelProps & {
  readonly node: Node;
  readonly op: WeightLayer;
  readonly channel: number;
  readonly row: number;
  readonly column: number;
  readonly weights: SeenWeights;
};

/** Milliseconds between the steps of play. */
const playMs = 140;

/** One value of a layer: the window on its input, every product, their running sum, and what it counts as. */
export function PixelLevel({ network, maps, onOpen, node, op, channel, weights, ...linked }: PixelLevelProps) {
  const { t, i18n } = useLingui();
  const { height, width } = node.shape;
  const { row, column, slide } = useSlidingPlace(linked, ({ row: down, column: right }) => {
    onOpen({ level: 'pixel', id: node.id, channel, row: down, column: right });
  });
  const source = inputOf(node);
  const input = maps.get(source.id)?.exact ?? null;
  const output = maps.get(node.id)?.exact ?? null;
  const layer = weights.get(node.id);
  const pixel = input === null || layer === undefined ? null : pixelOf(node, [input], layer, { row, column, channel });
  const [step, setStep] = useState<number | null>(null);
  const [isPlaying, play] = useState(false);
  const isStill = usePrefersReducedMotion();
  const move = (down: number, right: number): void => {
    setStep(null);
    slide({ row: clamp(row + down, height), column: clamp(column + right, width) });
  };
  const toChannel = (wanted: number): void => {
    setStep(null);
    onOpen({ level: 'pixel', id: node.id, channel: clamp(wanted, node.shape.channels), row, column });
  };
  const goOn = (): void => {
    if (column + 1 < width) move(0, 1);
    else if (row + 1 < height) slide({ row: row + 1, column: 0 });
    else play(false);
  };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(goOn, isStill ? 4 * playMs : playMs);
    return () => clearTimeout(timer);
  });
  const last = pixel?.terms.length ?? 0;
  useMoves(move);
  useKey(']', () => toChannel(channel + 1));
  useKey('[', () => toChannel(channel - 1));
  useKey('.', () => setStep(Math.min(last, (step ?? 0) + 1)));
  useKey(',', () => setStep(Math.max(0, (step ?? last) - 1)));
  if (input === null || output === null || pixel === null) return null;
  const shownInput = strongestInput(pixel, source.shape.channels);
  const { kernel, stride } = slidingOf(op);
  const point = { down: (row + 0.5) / height, across: (column + 0.5) / width };
  const place = (at: { readonly down: number; readonly across: number } | null): void => {
    if (at === null) return;
    setStep(null);
    slide({ row: Math.floor(at.down * height), column: Math.floor(at.across * width) });
  };
  return (
    <div className={styles.level}>
      <PixelTools {...{ isPlaying, step, last }} onPlay={play} onStep={setStep} />
      <div className={styles.flow}>
        <figure className={styles.map}>
          <figcaption>
            <Trans>
              Input channel {shownInput}, {source.shape.height} × {source.shape.width}
            </Trans>
          </figcaption>
          <div className={styles.windowed}>
            <ChannelMap
              {...{ tile: wholeTile(room, source.shape.width), onOpen: place }}
              map={input}
              channel={shownInput}
              label={t`Input map with the kernel on it`}
              action={t`Row ${row}, column ${column}`}
            />
            <Window pixel={pixel} size={[source.shape.height, source.shape.width]} kernel={kernel} />
          </div>
        </figure>
        <Products pixel={pixel} kernel={kernel} upTo={step ?? Infinity} />
        <figure className={styles.map}>
          <figcaption>
            <Trans>
              Output channel {channel}, {height} × {width}
            </Trans>
          </figcaption>
          <ChannelMap
            {...{ tile: wholeTile(room, width), onOpen: place, point }}
            map={output}
            isGoal
            channel={channel}
            label={t`Output map`}
            action={t`Row ${row}, column ${column}`}
          />
        </figure>
      </div>
      <Result {...{ network, node, pixel, step }} />
      <RunningSum pixel={pixel} upTo={step ?? Infinity} />
      <p className={styles.count}>
        <Trans>
          This value took <strong>{exactNumberText(Math.min(step ?? last, last), i18n.locale)}</strong> of{' '}
          {exactNumberText(last, i18n.locale)} multiply-adds. The channel takes {exactNumberText(last, i18n.locale)} ×{' '}
          {height} × {width} = {exactNumberText(last * height * width, i18n.locale)}; the layer, times{' '}
          {exactNumberText(node.shape.channels, i18n.locale)} channels,{' '}
          {exactNumberText(macsOfValue(op, source.shape.channels) * height * width * node.shape.channels, i18n.locale)}.
        </Trans>
        {stride > 1 ? (
          <>
            {' '}
            <Trans>
              Stride {stride}: the kernel moves {stride} rows or columns for each one of the output.
            </Trans>
          </>
        ) : null}
      </p>
      <SplitCount {...{ op, node, source }} graph={network.graph} />
    </div>
  );
}

/** What a map may take, px. */
const room = 256;

/** The sum in one line, with bias and activation. */
function Result({
  network,
  node,
  pixel,
  step,
}: Pick<PixelLevelProps, 'network' | 'node'> & { readonly pixel: Pixel; readonly step: number | null }) {
  const { i18n } = useLingui();
  const after = activationAfter(network.graph, node);
  const opWords = useOpWords();
  const text = (value: number): string => fixedText(value, i18n.locale, 3);
  const products = pixel.terms.slice(0, step ?? undefined).reduce((sum, { value, weight }) => sum + value * weight, 0);
  const isWhole = step === null || step >= pixel.terms.length;
  return (
    <p className={styles.result} role="status">
      <Trans>
        Products {text(products)} + bias {text(pixel.bias)}
      </Trans>
      {isWhole ? (
        <>
          {' '}
          = <strong>{text(pixel.value)}</strong>
        </>
      ) : null}
      {isWhole && after?.op.kind === 'activation' ? (
        <>
          {' '}
          → {opWords(after).name} → <strong>{text(activated(after.op.function, pixel.value))}</strong>
        </>
      ) : null}
    </p>
  );
}

/** Where the kernel lies on its input. */
function Window({
  pixel,
  size,
  kernel,
}: {
  readonly pixel: Pixel;
  readonly size: readonly [number, number];
  readonly kernel: readonly [number, number];
}) {
  const [first] = pixel.terms;
  if (first === undefined) return null;
  const side = wholeTile(room, size[1]);
  const unit = { down: side / size[0], right: side / size[1] };
  const style = {
    insetBlockStart: first.row * unit.down,
    insetInlineStart: first.column * unit.right,
    blockSize: Math.max(4, kernel[0] * unit.down),
    inlineSize: Math.max(4, kernel[1] * unit.right),
  };
  return <span className={styles.window} style={style} />;
}

/** The channel whose products weigh most, so that its window is worth a look. */
function strongestInput({ terms }: Pixel, channels: number): number {
  const sums = new Float64Array(channels);
  for (const { channel, value, weight } of terms) sums[channel] = (sums[channel] ?? 0) + Math.abs(value * weight);
  return Math.max(terms[0]?.channel ?? 0, sums.indexOf(Math.max(...sums)));
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Moves with the arrow keys, also while one is held; the page does not scroll meanwhile. */
function useMoves(move: (down: number, right: number) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const step = moves[event.key];
      if (step === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event) || (event.target instanceof HTMLElement && event.target.closest('[role=radiogroup]'))) return;
      event.preventDefault();
      move(...step);
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  });
}

function clamp(index: number, size: number): number {
  return Math.min(Math.max(index, 0), size - 1);
}
