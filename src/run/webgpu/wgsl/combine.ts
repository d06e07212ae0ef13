import type { CombineStep } from '../deviceStep';
import { gridProgram, mapBinding, outputOf, vectorAt, type GroupSize, type Program } from './program';

/**
 * Copies a map, adds two, or multiplies one by its gate, then applies the activation: what no convolution could fuse.
 */
export function combineProgram(step: CombineStep, group: GroupSize): Program {
  const [map, other] = step.inputs;
  if (map === undefined) throw new Error('combine: no input');
  const output = outputOf(step);
  const value = vectorAt('source', map, 'block', 'tile');
  const second = other === undefined ? '' : vectorAt('other', other, step.mode === 'scale' ? '0u' : 'block', 'tile');
  const operator = step.mode === 'scale' ? '*' : '+';
  return gridProgram({
    bindings: [
      mapBinding('source', map),
      ...(other === undefined ? [] : [mapBinding('other', other)]),
      ...output.bindings,
    ],
    declarations: output.declarations,
    body: `store(block, tile, ${other === undefined ? value : `${value} ${operator} ${second}`});`,
    grid: { tiles: map.layout.length / 4, blocks: step.target.height * step.target.width },
    group,
  });
}
