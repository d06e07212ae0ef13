import type { OnnxNode } from '../../formats/onnx/onnx';

/**
 * The nodes so that each comes after those that it reads. Files must have them so, but converters to 16 bits append
 * their casts.
 */
export function inOrder(nodes: readonly OnnxNode[]): readonly OnnxNode[] {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const ordered: OnnxNode[] = [];
  const met = new Set<OnnxNode>();
  for (const start of nodes) {
    if (met.has(start)) continue;
    met.add(start);
    const pending = [{ node: start, next: 0 }];
    for (let last = pending.at(-1); last !== undefined; last = pending.at(-1)) {
      const input = last.node.inputs[last.next];
      last.next += 1;
      if (input === undefined) {
        ordered.push(last.node);
        pending.pop();
        continue;
      }
      const maker = makers.get(input);
      if (maker === undefined || met.has(maker)) continue;
      met.add(maker);
      pending.push({ node: maker, next: 0 });
    }
  }
  return ordered;
}
