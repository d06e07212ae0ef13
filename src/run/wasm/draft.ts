import {
  blockShown,
  memoryOrder,
  newStore,
  storeShown,
  viewOf,
  wholeStores,
  type ChannelView,
  type Store,
} from './channelView';
import type { WasmStep } from './wasmStep';

/** A plan under construction. */
export type Draft = {
  readonly steps: WasmStep[];
  /** Views that were copied, with the view of the copy: a second reader need not copy again. */
  readonly moved: Map<ChannelView, ChannelView>;
};

/** The view, or a view of its copy where it shows only parts of stores. */
export function wholeView(draft: Draft, from: ChannelView): ChannelView {
  const view = draft.moved.get(from) ?? from;
  return wholeStores(view) === null ? viewOf(inOrder(draft, view, 1)) : view;
}

/** A store with this number of groups and the view's channels in order, copied where it is not in memory yet. */
export function inOrder(draft: Draft, from: ChannelView, groups: number): Store {
  const view = draft.moved.get(from) ?? from;
  const shown = storeShown(view);
  if (shown?.groups === groups) return shown;
  const store = gather(draft, view, groups);
  draft.moved.set(from, viewOf(store));
  return store;
}

/**
 * The view's channels by groups, each side by side in memory, copied where they are not. A copy orders them for the
 * longest runs, because the reader's weights can follow any order.
 */
export function inBlocks(draft: Draft, from: ChannelView, groups: number): readonly ChannelView[] {
  const view = draft.moved.get(from) ?? from;
  const size = view.length / groups;
  const parts = Array.from({ length: groups }, (_, group) => view.slice(group * size, (group + 1) * size));
  if (parts.every((part) => blockShown(part) !== null)) return parts;
  const orders = parts.map(memoryOrder);
  const ordered = parts.flatMap((part, group) => orders[group]?.flatMap((at) => part[at] ?? []) ?? []);
  const store = gather(draft, ordered, groups);
  const blocks = orders.map((order, group) =>
    order.map((_, at) => ({ store, index: group * size + order.indexOf(at) })),
  );
  draft.moved.set(from, blocks.flat());
  return blocks;
}

function gather(draft: Draft, view: ChannelView, groups: number): Store {
  const { height = 1, width = 1 } = view[0]?.store ?? {};
  const to = newStore(height, width, view.length, groups);
  draft.steps.push({ kind: 'gather', from: view, to });
  return to;
}
