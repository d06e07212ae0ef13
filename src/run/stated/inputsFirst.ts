/**
 * Nodes so that each comes after those that it reads, with all that they read. Depth first, so that a branch is finished
 * before the next begins; iterative, because files decide how deep.
 * @param inputAt the node that one reads at a place, null where that is no node, undefined after its last input
 */
export function inputsFirst<N>(
  nodes: readonly N[],
  inputAt: (node: N, index: number) => N | null | undefined,
): readonly N[] {
  const ordered: N[] = [];
  const met = new Set<N>();
  for (const start of nodes) {
    if (met.has(start)) continue;
    met.add(start);
    const pending = [{ node: start, next: 0 }];
    for (let last = pending.at(-1); last !== undefined; last = pending.at(-1)) {
      const input = inputAt(last.node, last.next);
      last.next += 1;
      if (input === undefined) {
        ordered.push(last.node);
        pending.pop();
      } else if (input !== null && !met.has(input)) {
        met.add(input);
        pending.push({ node: input, next: 0 });
      }
    }
  }
  return ordered;
}
