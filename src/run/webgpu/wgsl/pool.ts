import type { PoolStep } from '../deviceStep';
import type { StripVariant } from './depthwise';
import { gridProgram, mapBinding, outputOf, type Program } from './program';
import { range } from './range';
import { columnsUnder, windowReads } from './windowReads';

/** Less than any value in a network; WGSL has no literal for minus infinity. */
const lowest = 'vec4f(-3.4e38)';

/**
 * The max or the mean under a window, then the activation. A mean counts padded zeros. Tiled like a depthwise
 * convolution.
 */
export function poolProgram(step: PoolStep, { columns, group }: StripVariant): Program {
  const { mode, input, window, target } = step;
  const reads = windowReads(input, window, target, columns);
  const output = outputOf(step);
  const outside = mode === 'max' ? lowest : 'vec4f()';
  const gathered = (index: number): string => {
    const under = columnsUnder(index, window).map(({ column }) => `v${column}`);
    if (mode === 'average') return `value${index} += ${under.join(' + ')};`;
    return under.map((vector) => `value${index} = max(value${index}, ${vector});`).join('\n');
  };
  const row = [
    ...range(reads.mapColumns).map((column) => `let v${column} = ${reads.vector(column, 'tile', outside)};`),
    ...range(columns).map(gathered),
  ].join('\n');
  const share = mode === 'max' ? '' : ` * ${1 / (window.kernel[0] * window.kernel[1])}`;
  const body = [
    reads.position,
    ...range(columns).map((index) => `var value${index} = ${outside};`),
    reads.overRows(row),
    ...range(columns).map((index) =>
      reads.guarded(index, `store(${reads.pixel(index)}, tile, value${index}${share});`),
    ),
  ].join('\n');
  return gridProgram({
    bindings: [mapBinding('source', input), ...output.bindings],
    declarations: output.declarations,
    body,
    grid: { tiles: input.layout.length / 4, blocks: reads.blocks },
    group,
  });
}
