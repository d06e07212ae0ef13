/**
 * Which channels of its input a channel comes from: all; those of its own one of `groups`; the one of its own number; or the one
 * that a shuffle over `groups` brings there.
 */
export type Wiring =
  { readonly kind: 'all' | 'own' } | { readonly kind: 'groups' | 'shuffle'; readonly groups: number };

/** A tensor of a block, to be laid out. */
export type BlockTensor = {
  readonly id: string;
  /** Ids of the tensors that it is computed from. */
  readonly reads: readonly string[];
  readonly channels: number;
  readonly wiring: Wiring;
  /** Of its maps, in values. */
  readonly side: number;
  /** What the longest word of its name takes on its wires, px. */
  readonly wordWidth?: number;
};

/** Where the maps of a tensor lie, px; the maps are in `columns` of tiles, every channel in order. */
export type BlockCard = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** What words over and below it may take, px: in the last column no more than `lastWords`, so that nothing scrolls for an empty place. */
  readonly room: number;
};

/** From one card to another that reads it; a `bow` goes over the cards between. `chip` is the middle of its wires, where a word fits. */
export type BlockLink = {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly isBow: boolean;
  readonly chip: BlockChip | null;
};

/** Where the name of what is computed stands on the wires, px. */
export type BlockChip = { readonly x: number; readonly y: number; readonly room: number };

export type BlockLayout = {
  readonly tile: number;
  readonly width: number;
  readonly height: number;
  readonly cards: readonly BlockCard[];
  readonly links: readonly BlockLink[];
};

/** Px. */
export const blockSizes = {
  gap: 1,
  head: 44,
  foot: 58,
  top: 34,
  between: 18,
  channelsDown: 24,
  minTile: 6,
  maxTile: 21,
  narrow: 520,
  fingerTile: 14,
  lowTile: 10,
  chip: 56,
  lastWords: 90,
} as const;

/** Px between columns, at least, and from one column to the next, so that the words over them fit. */
type Spacing = { readonly least: number; readonly pitch: number };

const ample: Spacing = { least: 38, pitch: 94 };

/** For blocks of many tensors, where the page is not a phone's: words break into more lines. */
const close: Spacing = { least: 24, pitch: 80 };

/** Px between columns at most. */
const mostBetween = 180;

/**
 * Lays the tensors of a block out from left to right, each as far right as its longest way from the input; those beside each
 * other stand below each other. All tiles have one size, so that narrow ends and wide middles are counted by the eye.
 * @param tensors in execution order, those that come from outside first
 * @param width what the block may take; it takes more where tiles would be smaller than 6 px
 * @param maxHeight so that ends and middle are seen together; it takes more where tiles would be smaller than 10 px
 */
export function blockLayout(tensors: readonly BlockTensor[], width: number, maxHeight = Infinity): BlockLayout {
  const depths = depthsOf(tensors);
  const count = Math.max(...depths.values()) + 1;
  const columns = Array.from({ length: count }, (_, depth) => tensors.filter(({ id }) => depths.get(id) === depth));
  const tilesAcross = columns.map((column) =>
    Math.max(...column.map(({ channels }) => acrossOf(channels, column.length))),
  );
  const isNarrow = width < blockSizes.narrow;
  const low = isNarrow ? blockSizes.maxTile : lowTile(columns, maxHeight);
  const fits = widthOf(tilesAcross, blockSizes.minTile, ample) <= width;
  const spacing = isNarrow || fits ? ample : close;
  const tile = tileFor(tensors, { tilesAcross, spacing }, width, low);
  const step = tile + blockSizes.gap;
  const gaps = Math.max(1, count - 1);
  const spare = Math.max(0, (width - widthOf(tilesAcross, tile, spacing)) / gaps);
  const cards: BlockCard[] = [];
  let x = 0;
  for (const [depth, column] of columns.entries()) {
    const taken = (tilesAcross[depth] ?? 0) * step - blockSizes.gap;
    const pitch = Math.max(pitchOf(taken, spacing), Math.min(pitchOf(taken, spacing) + spare, taken + mostBetween));
    let y: number = blockSizes.top;
    for (const { id, channels } of column) {
      const across = acrossOf(channels, column.length);
      const down = Math.ceil(channels / across);
      cards.push({
        id,
        x,
        y,
        width: across * step - blockSizes.gap,
        height: down * step - blockSizes.gap + blockSizes.head,
        columns: across,
        room: depth === count - 1 ? Math.max(taken, blockSizes.lastWords) : pitch - 8,
      });
      y += down * step + blockSizes.head + blockSizes.foot + blockSizes.between;
    }
    x += depth === count - 1 ? taken : pitch;
  }
  const byId = new Map(cards.map((card) => [card.id, card]));
  const links = tensors.flatMap((tensor) =>
    tensor.reads.flatMap((from) => linkOf(byId.get(from), byId.get(tensor.id), { cards, depths }, tensor) ?? []),
  );
  const height = Math.max(...cards.map((card) => card.y + card.height)) + blockSizes.foot;
  return { tile, width: x, height, cards, links };
}

/**
 * The largest tile that fits in which all maps that are smaller grow by whole pixels; where that wastes much, the largest that
 * fits. A narrow page is scrolled through sideways, rather than have tiles that no finger can tell apart.
 */
function tileFor(
  tensors: readonly BlockTensor[],
  { tilesAcross, spacing }: { readonly tilesAcross: readonly number[]; readonly spacing: Spacing },
  width: number,
  largest: number,
): number {
  const least = width < blockSizes.narrow ? blockSizes.fingerTile : blockSizes.minTile;
  const tiles = Array.from({ length: blockSizes.maxTile - least }, (_, at) => blockSizes.maxTile - at);
  const fitting = [...tiles.filter((tile) => tile <= largest && widthOf(tilesAcross, tile, spacing) <= width), least];
  const most = fitting[0] ?? least;
  const whole = fitting.find((tile) => tensors.every(({ side }) => side > tile || tile % side === 0));
  return whole === undefined || whole < leastWhole * most ? most : whole;
}

/** The largest tile with which all columns are at most so high. */
function lowTile(columns: readonly (readonly BlockTensor[])[], maxHeight: number): number {
  const rows = columns.map((column) =>
    column.reduce((sum, { channels }) => sum + Math.ceil(channels / acrossOf(channels, column.length)), 0),
  );
  const words = columns.map(
    (column) => blockSizes.top + column.length * (blockSizes.head + blockSizes.foot + blockSizes.between),
  );
  const tiles = rows.map((count, at) => Math.floor((maxHeight - (words[at] ?? 0)) / count) - blockSizes.gap);
  return Math.max(blockSizes.lowTile, Math.min(blockSizes.maxTile, ...tiles));
}

/** The least part of the largest tile that whole pixels may leave. */
const leastWhole = 0.6;

/** What columns of so many tiles take at least, px. */
function widthOf(tilesAcross: readonly number[], tile: number, spacing: Spacing): number {
  const taken = tilesAcross.map((tiles) => tiles * (tile + blockSizes.gap) - blockSizes.gap);
  return taken.reduce((sum, each, at) => sum + (at === taken.length - 1 ? each : pitchOf(each, spacing)), 0);
}

function pitchOf(taken: number, { least, pitch }: Spacing): number {
  return Math.max(taken + least, pitch);
}

/** Tiles beside each other for so many channels: where branches stand below each other, they share the height. */
function acrossOf(channels: number, stacked: number): number {
  return Math.max(1, Math.ceil(channels / Math.floor(blockSizes.channelsDown / stacked)));
}

/** What the maps of so many channels take at least where they stand alone, px. */
export function leastWidth(channels: number): number {
  return acrossOf(channels, 1) * (blockSizes.minTile + blockSizes.gap);
}

function depthsOf(tensors: readonly BlockTensor[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, reads } of tensors) {
    const before = reads.flatMap((from) => depths.get(from) ?? []);
    depths.set(id, before.length === 0 ? 0 : Math.max(...before) + 1);
  }
  return depths;
}

function linkOf(
  from: BlockCard | undefined,
  to: BlockCard | undefined,
  { cards, depths }: { readonly cards: readonly BlockCard[]; readonly depths: ReadonlyMap<string, number> },
  { wiring, wordWidth = 0 }: BlockTensor,
): BlockLink | undefined {
  if (from === undefined || to === undefined) return undefined;
  const isBow = (depths.get(to.id) ?? 0) - (depths.get(from.id) ?? 0) > 1;
  const ids = { from: from.id, to: to.id, isBow };
  return {
    ...ids,
    path: isBow ? bowOf(from, to) : linesOf(from, to, wiring),
    chip: isBow ? null : chipOf(from, to, cards, wordWidth),
  };
}

/** Between two cards, at the height of the one that is computed; null where no word fits. */
function chipOf(from: BlockCard, to: BlockCard, cards: readonly BlockCard[], wordWidth: number): BlockChip | null {
  const y = to.y + blockSizes.head + (to.height - blockSizes.head) / 2;
  // A branch beside the one that is read may be wider, and reach to this height.
  const beside = cards.filter(
    (card) => card.x === from.x && card.y < y + chipHeight && card.y + card.height > y - chipHeight,
  );
  const [left, right] = [Math.max(from.x + from.width, ...beside.map((card) => card.x + card.width)), to.x];
  const room = right - left - 12;
  if (room < Math.max(blockSizes.chip, wordWidth)) return null;
  return { x: (left + right) / 2, y, room };
}

/** Px that the lines of a name take over and under their middle. */
const chipHeight = 30;

/** Over the cards between, to the middle of the other. */
function bowOf(from: BlockCard, to: BlockCard): string {
  const [x1, x2, y] = [from.x + from.width / 2, to.x + to.width / 2, blockSizes.top / 2 - 8];
  const [below, above] = [text(from.y - 2), text(to.y - 2)];
  return `M${text(x1)} ${below}Q${text(x1)} ${text(y)} ${text(x1 + 40)} ${text(y)}H${text(x2 - 40)}Q${text(x2)} ${text(y)} ${text(x2)} ${above}`;
}

/** Wires drawn of a layer; all would be a surface. */
const mostWires = 12;

function linesOf(from: BlockCard, to: BlockCard, wiring: Wiring): string {
  const groups = 'groups' in wiring ? wiring.groups : 1;
  // As many in each group, and at least two.
  const wires = groups * Math.max(2, Math.floor(mostWires / groups));
  const [x1, x2] = [from.x + from.width + 4, to.x - 4];
  const middle = text((x1 + x2) / 2);
  const heightAt = (card: BlockCard, at: number): string =>
    text(card.y + blockSizes.head + ((at + 0.5) / wires) * (card.height - blockSizes.head));
  const line = (a: number, b: number): string => {
    const [y1, y2] = [heightAt(from, a), heightAt(to, b)];
    return `M${text(x1)} ${y1}C${middle} ${y1} ${middle} ${y2} ${text(x2)} ${y2}`;
  };
  const each = Array.from({ length: wires }, (_, at) => at);
  return each
    .map((a) =>
      each
        .filter((b) => isWired(wiring, wires, a, b))
        .map((b) => line(a, b))
        .join(''),
    )
    .join('');
}

/** Whether wire `b` of the output reads wire `a` of the input. */
function isWired(wiring: Wiring, wires: number, a: number, b: number): boolean {
  switch (wiring.kind) {
    case 'all':
      return true;
    case 'own':
      return a === b;
    case 'groups':
      return Math.floor((a * wiring.groups) / wires) === Math.floor((b * wiring.groups) / wires);
    case 'shuffle': {
      const perGroup = wires / wiring.groups;
      return b === (a % perGroup) * wiring.groups + Math.floor(a / perGroup);
    }
  }
}

function text(value: number): string {
  return value.toFixed(1);
}
