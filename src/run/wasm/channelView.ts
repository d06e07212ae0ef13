/**
 * The memory of a map, in groups: groups x height x width x channels/groups, so that a convolution of one group reads
 * and writes contiguous memory. Element-wise calls (add, ReLU) work on any number of groups.
 */
export type Store = {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly groups: number;
};

/** A channel in memory. `index` counts through all groups of the store. */
export type Channel = { readonly store: Store; readonly index: number };

/**
 * A value of the graph as a list of its channels, wherever they are in memory: split, concat and shuffle only pick from
 * the list. Channels are copied when a reader needs them side by side.
 */
export type ChannelView = readonly Channel[];

/** Channels that are side by side in every pixel: a store without groups, or one group of a store. */
export type Block = { readonly store: Store; readonly first: number; readonly channels: number };

/** A block, and the place in it of each channel of a view. */
export type Placed = { readonly block: Block; readonly places: readonly number[] };

/** @param groups no effect for a single pixel, whose channels are side by side anyway */
export function newStore(height: number, width: number, channels: number, groups = 1): Store {
  return { height, width, channels, groups: height * width === 1 ? 1 : groups };
}

/** Every channel of a store, in order. */
export function viewOf(store: Store): ChannelView {
  return Array.from({ length: store.channels }, (_, index) => ({ store, index }));
}

/** The blocks of a store, in order. */
export function blocksOf(store: Store): readonly Block[] {
  const channels = store.channels / store.groups;
  return Array.from({ length: store.groups }, (_, group) => ({ store, first: group * channels, channels }));
}

/** The store that the view shows completely and in order; null where there is none. */
export function storeShown(view: ChannelView): Store | null {
  const store = view[0]?.store;
  const isAll = store?.channels === view.length && view.every((channel, at) => isChannel(channel, store, at));
  return isAll ? store : null;
}

/** The stores that the view shows completely, in any order; null where it omits a channel or shows one twice. */
export function wholeStores(view: ChannelView): readonly Store[] | null {
  const shown = new Map<Store, Set<number>>();
  for (const { store, index } of view) {
    const indices = shown.get(store) ?? new Set();
    shown.set(store, indices.add(index));
  }
  const stores = [...shown.keys()];
  const isWhole = stores.every((store) => shown.get(store)?.size === store.channels);
  return isWhole && stores.reduce((sum, { channels }) => sum + channels, 0) === view.length ? stores : null;
}

/** The block that the view shows completely, in any order; null where there is none. */
export function blockShown(view: ChannelView): Placed | null {
  const store = view[0]?.store;
  if (store === undefined || view.some((channel) => channel.store !== store)) return null;
  const first = view.reduce((least, { index }) => Math.min(least, index), Infinity);
  const places = view.map(({ index }) => index - first);
  const size = store.channels / store.groups;
  const isBlock = store.height * store.width === 1 || (view.length === size && first % size === 0);
  const isPermutation = new Set(places).size === view.length && Math.max(...places) === view.length - 1;
  return isBlock && isPermutation ? { block: { store, first, channels: view.length }, places } : null;
}

/** The view's positions, sorted by where their channels are in memory. */
export function memoryOrder(view: ChannelView): readonly number[] {
  const ranks = new Map<Store, number>();
  for (const { store } of view) if (!ranks.has(store)) ranks.set(store, ranks.size);
  const keyed = view.map(({ store, index }, at) => ({ rank: ranks.get(store) ?? 0, index, at }));
  return keyed.toSorted((a, b) => a.rank - b.rank || a.index - b.index).map(({ at }) => at);
}

function isChannel(channel: Channel, store: Store, index: number): boolean {
  return channel.store === store && channel.index === index;
}
