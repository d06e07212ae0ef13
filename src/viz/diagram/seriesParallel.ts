/** The edges of a graph: the boxes that a box reads. */
export type Linked<B> = { readonly inputs: readonly B[] };

/**
 * A graph as boxes one after another (`series`) and lanes side by side (`parallel`); an empty series is a bare wire.
 * A `tangle` is neither; its boxes are in execution order.
 */
export type SeriesParallel<B> =
  | { readonly kind: 'box'; readonly box: B }
  | { readonly kind: 'series'; readonly parts: readonly SeriesParallel<B>[] }
  | { readonly kind: 'parallel'; readonly from: B; readonly to: B; readonly lanes: readonly SeriesParallel<B>[] }
  | { readonly kind: 'tangle'; readonly boxes: readonly B[] };

/** Decomposes boxes in execution order; the first must reach every box, and every box must reach the last. */
export function seriesParallelOf<B extends Linked<B>>(boxes: readonly B[]): SeriesParallel<B> {
  const [first] = boxes;
  const last = boxes.at(-1);
  if (first === undefined || last === undefined) return { kind: 'series', parts: [] };
  if (first === last) return { kind: 'box', box: first };
  const between = seriesBetween(first, boxes.slice(1, -1), last, hasEdge(first, last));
  return { kind: 'series', parts: [{ kind: 'box', box: first }, ...between, { kind: 'box', box: last }] };
}

/** The parts strictly between two boxes; `direct` says whether a wire also connects the two. */
function seriesBetween<B extends Linked<B>>(
  from: B,
  inner: readonly B[],
  to: B,
  direct: boolean,
): readonly SeriesParallel<B>[] {
  if (inner.length === 0) return [];
  const waypoints = direct ? [] : articulations(from, inner, to);
  if (waypoints.length === 0) return [parallelBetween(from, inner, to, direct)];
  const parts: SeriesParallel<B>[] = [];
  const stations = [from, ...waypoints, to];
  let start = 0;
  for (const [index, station] of stations.slice(1).entries()) {
    const previous = stations[index] ?? from;
    const end = station === to ? inner.length : inner.indexOf(station);
    parts.push(...seriesBetween(previous, inner.slice(start, end), station, hasEdge(previous, station)));
    if (station !== to) parts.push({ kind: 'box', box: station });
    start = end + 1;
  }
  return parts;
}

/** Inner boxes that are on every path: no wire skips them in execution order. */
function articulations<B extends Linked<B>>(from: B, inner: readonly B[], to: B): readonly B[] {
  const order = new Map([from, ...inner, to].map((box, index) => [box, index]));
  const jumped = new Set<number>();
  for (const [box, index] of order) {
    for (const input of box.inputs) {
      if (input === from && box === to) continue;
      const start = order.get(input) ?? index;
      for (let step = start + 1; step < index; step += 1) jumped.add(step);
    }
  }
  return inner.filter((_, index) => !jumped.has(index + 1));
}

function parallelBetween<B extends Linked<B>>(from: B, inner: readonly B[], to: B, direct: boolean): SeriesParallel<B> {
  const components = componentsOf(inner);
  if (components.length === 1 && !direct) return { kind: 'tangle', boxes: inner };
  const lanes = components.map((boxes) => ({
    rank: to.inputs.findIndex((input) => boxes.includes(input)),
    lane: { kind: 'series', parts: seriesBetween(from, boxes, to, false) } satisfies SeriesParallel<B>,
  }));
  const wire = direct
    ? [{ rank: to.inputs.indexOf(from), lane: { kind: 'series', parts: [] } satisfies SeriesParallel<B> }]
    : [];
  const ordered = [...wire, ...lanes].sort((a, b) => a.rank - b.rank);
  return { kind: 'parallel', from, to, lanes: ordered.map(({ lane }) => lane) };
}

/** The connected components of the inner boxes, each in execution order. */
function componentsOf<B extends Linked<B>>(inner: readonly B[]): readonly (readonly B[])[] {
  let components: (readonly B[])[] = [];
  for (const box of inner) {
    const touching = components.filter((component) => component.some((member) => box.inputs.includes(member)));
    components = [...components.filter((component) => !touching.includes(component)), [...touching.flat(), box]];
  }
  return components.map((component) => inner.filter((box) => component.includes(box)));
}

function hasEdge<B extends Linked<B>>(from: B, to: B): boolean {
  return to.inputs.includes(from);
}
