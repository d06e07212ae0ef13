import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { patchOf } from '../../../nets/arithmetic/mapValues';
import { activated, pixelOf, type Pixel } from '../../../nets/arithmetic/pixel';
import { isCovered, nearestCovered } from '../../../nets/arithmetic/slidingPatch';
import { macsOfValue, slidingOf, type WeightLayer } from '../../../nets/arithmetic/weightLayer';
import { inputOf, type Node } from '../../../nets/graph';
import { activationAfter } from '../../../lab/xray/place';
import { useOpWords } from '../../explain/diagram/opWords';
import { exactNumberText, fixedText } from '../../ui/numberText';
import { isTyping, useKey } from '../../ui/useKey';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion';
import { PixelFlow } from './PixelFlow';
import { Sentences } from '../../ui/Sentences';
import styles from './PixelLevel.module.css';
import { PixelTools } from './PixelTools';
import { RunningSum } from './RunningSum';
import type { LevelProps, SeenWeights } from './seen';
import { SplitCount } from './SplitCount';
import { useSlidingPlace } from './useSlidingPlace';

type PixelLevelProps = LevelProps & {
  readonly node: Node;
  readonly op: WeightLayer;
  readonly channel: number;
  readonly row: number;
  readonly column: number;
  readonly weights: SeenWeights;
  /** Whether more is being read than is here. */
  readonly isAwaited: boolean;
  /** Whether that is for another value or level, which comes in place of this. */
  readonly isLeft: boolean;
  /** Asks for what lies around another place. */
  readonly onReach: (row: number, column: number) => void;
};

/** Milliseconds between the steps of play. */
const playMs = 140;

/** One value of a layer: the window on its input, every product, their running sum, and what it counts as. */
export function PixelLevel(props: PixelLevelProps) {
  const { network, maps, onOpen, node, op, channel, weights, isAwaited, isLeft, onReach, ...linked } = props;
  const { height, width } = node.shape;
  const toPlace = (at: { readonly row: number; readonly column: number }): void => {
    onOpen({ level: 'pixel', id: node.id, channel, ...at });
  };
  const kernel = useSlidingPlace(linked, isLeft ? null : toPlace);
  const source = inputOf(node);
  const input = maps.get(source.id)?.exact ?? null;
  const parts = maps.get(node.id)?.parts ?? null;
  const layer = weights.get(node.id);
  const sliding = slidingOf(op);
  const patch = input === null ? null : patchOf(input);
  // Where the kernel leaves what was read, it waits at its border.
  const { row, column } = patch === null ? kernel : nearestCovered(patch, sliding, source.shape, kernel);
  const isThere = row === kernel.row && column === kernel.column;
  useEffect(() => {
    const isNear = patch === null || isCovered(patch, sliding, source.shape, kernel, 1);
    if (!isAwaited && !isNear) onReach(kernel.row, kernel.column);
  });
  const pixel = input === null || layer === undefined ? null : pixelOf(node, [input], layer, { row, column, channel });
  const [step, setStep] = useState<number | null>(null);
  const slide = (down: number, right: number): void => {
    setStep(null);
    kernel.slide({ row: clamp(down, height), column: clamp(right, width) });
  };
  const toChannel = (wanted: number): void => {
    setStep(null);
    onOpen({ level: 'pixel', id: node.id, channel: clamp(wanted, node.shape.channels), row, column });
  };
  const isLast = row === height - 1 && column === width - 1;
  const [isPlaying, play] = usePlaying(isThere, () => {
    if (isLast) return false;
    slide(column + 1 < width ? row : row + 1, column + 1 < width ? column + 1 : 0);
    return true;
  });
  const last = pixel?.terms.length ?? 0;
  useMoves((down, right) => slide(kernel.row + down, kernel.column + right));
  useKey(']', () => toChannel(channel + 1));
  useKey('[', () => toChannel(channel - 1));
  useKey('.', () => setStep(Math.min(last, (step ?? 0) + 1)));
  useKey(',', () => setStep(Math.max(0, (step ?? last) - 1)));
  if (input === null || parts === null || pixel === null) return null;
  return (
    <div className={styles.level} aria-busy={!isThere}>
      <PixelTools {...{ isPlaying, step, last }} onPlay={play} onStep={setStep} />
      <PixelFlow
        {...{ node, op, channel, row, column, input, parts, pixel }}
        upTo={step ?? Infinity}
        onPlace={(at) => {
          if (at !== null) slide(Math.floor(at.down * height), Math.floor(at.across * width));
        }}
      />
      <Result {...{ network, node, pixel, step }} />
      <RunningSum pixel={pixel} upTo={step ?? Infinity} />
      <PixelCount {...{ node, op, done: Math.min(step ?? last, last), last }} />
      <SplitCount {...{ op, node, source }} graph={network.graph} />
    </div>
  );
}

/**
 * Goes on by itself, until there is nothing more.
 * @param isReady whether the last step is done
 * @param goOn false where it ends
 */
function usePlaying(isReady: boolean, goOn: () => boolean): readonly [boolean, (isPlaying: boolean) => void] {
  const [isPlaying, play] = useState(false);
  const isStill = usePrefersReducedMotion();
  useEffect(() => {
    if (!isPlaying || !isReady) return;
    const timer = setTimeout(
      () => {
        if (!goOn()) play(false);
      },
      isStill ? 4 * playMs : playMs,
    );
    return () => clearTimeout(timer);
  });
  return [isPlaying, play];
}

type PixelCountProps = {
  readonly node: Node;
  readonly op: WeightLayer;
  /** Products that are done, and of how many. */
  readonly done: number;
  readonly last: number;
};

/** The multiply-adds of the value, its channel and its layer. */
function PixelCount({ node, op, done, last }: PixelCountProps) {
  const { i18n } = useLingui();
  const { height, width, channels } = node.shape;
  const { stride } = slidingOf(op);
  const all = macsOfValue(op, inputOf(node).shape.channels) * height * width * channels;
  return (
    <p className={styles.count}>
      <Sentences>
        <Trans>
          This value took <strong>{exactNumberText(done, i18n.locale)}</strong> of {exactNumberText(last, i18n.locale)}{' '}
          multiply-adds. The channel takes {exactNumberText(last, i18n.locale)} × {height} × {width} ={' '}
          {exactNumberText(last * height * width, i18n.locale)}; the layer, times{' '}
          {exactNumberText(channels, i18n.locale)} channels, {exactNumberText(all, i18n.locale)}.
        </Trans>
        {stride > 1 ? (
          <Trans>
            Stride {stride}: the kernel moves {stride} rows or columns for each one of the output.
          </Trans>
        ) : null}
      </Sentences>
    </p>
  );
}

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
