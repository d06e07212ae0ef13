import type { Module } from './plainWeights';

/**
 * Modules with every batch norm right after the convolution that it belongs to, where the names of both are sorted apart: the
 * first norm of a parent is that of its first convolution without a bias, and so on. Undefined where numbers or channels
 * of the two do not agree, or none has to move.
 */
export function withNormsPaired(modules: readonly Module[]): readonly Module[] | undefined {
  const families = new Map<string, { readonly convs: Module[]; readonly norms: Module[] }>();
  for (const module of modules) {
    const parent = module.path.slice(0, Math.max(0, module.path.lastIndexOf('.')));
    const family = families.get(parent) ?? { convs: [], norms: [] };
    families.set(parent, family);
    if (module.parts.has('running_mean')) family.norms.push(module);
    else if (module.parts.get('weight')?.shape.length === 4 && !module.parts.has('bias')) family.convs.push(module);
  }
  const normOf = new Map<Module, Module>();
  for (const { convs, norms } of families.values()) {
    if (norms.length === 0) continue;
    if (norms.length !== convs.length) return undefined;
    for (const [index, conv] of convs.entries()) {
      const norm = norms[index];
      if (norm?.parts.get('running_mean')?.shape[0] !== conv.parts.get('weight')?.shape[0]) return undefined;
      if (norm !== undefined) normOf.set(conv, norm);
    }
  }
  const moved = new Set(normOf.values());
  const paired = modules
    .filter((module) => !moved.has(module))
    .flatMap((module) => [module, normOf.get(module) ?? []].flat());
  return paired.every((module, index) => module === modules[index]) ? undefined : paired;
}
