/** Parts of module paths that are not in alphabetical order; all others come between `first` and `last`. */
const first = ['first_conv', 'conv1', 'stem', 'features', 'branch1x1', 'squeeze', 'conv'];
const last = ['branch_pool', 'conv5', 'conv_last', 'fc', 'classifier'];

/** Modules of the blocks of timm, by kind of block. */
const invertedResidual = ['conv_pw', 'bn1', 'conv_dw', 'bn2', 'se', 'conv_pwl', 'bn3'];
const depthwiseSeparable = ['conv_dw', 'bn1', 'se', 'conv_pw', 'bn2'];
/** Modules of a whole timm network. Its batch norms have the same names as those of the blocks. */
const timmNetwork = ['conv_stem', 'bn1', 'blocks', 'conv_head', 'bn2', 'norm_head', 'classifier'];
/** Cadene's Xception, `legacy_xception` in timm: its separable convolutions are named like plain ones. */
const xceptionNetwork = [
  ...['conv1', 'bn1', 'conv2', 'bn2'],
  ...Array.from({ length: 12 }, (_, index) => `block${String(index + 1)}`),
  ...['conv3', 'bn3', 'conv4', 'bn4', 'fc'],
];
const xceptionBlock = ['skip', 'skipbn', 'rep'];
const squeezeExcite = ['conv_reduce', 'conv_expand'];
/** Modules of transformers' MobileNet V2 and of its blocks. */
const transformersNetwork = ['conv_stem', 'layer', 'conv_1x1'];
const transformersBlock = ['first_conv', 'expand_1x1', 'conv_3x3', 'reduce_1x1'];

/**
 * Sorts modules into execution order by their paths: numbers by value, convolutions before their batch norms, stems
 * first and classifiers last. It knows the names of torchvision and timm; others are sorted in natural order, which
 * fits most modules.
 */
export function byExecution<M extends { readonly path: string }>(modules: readonly M[]): readonly M[] {
  const paths = new Set(modules.map(({ path }) => path));
  return sortedUnder(
    modules.map((module) => ({ module, parts: module.path.split('.') })),
    0,
    paths,
  ).map(({ module }) => module);
}

type Sorted<M> = { readonly module: M; readonly parts: readonly string[] };

/** Sorts modules whose paths have their first `depth` parts in common: what ends there first, then part by part. */
function sortedUnder<M>(
  modules: readonly Sorted<M>[],
  depth: number,
  paths: ReadonlySet<string>,
): readonly Sorted<M>[] {
  if (modules.length < 2) return modules;
  const ended: Sorted<M>[] = [];
  const children = new Map<string, Sorted<M>[]>();
  for (const module of modules) {
    const part = module.parts[depth];
    if (part === undefined) ended.push(module);
    else if (!children.get(part)?.push(module)) children.set(part, [module]);
  }
  return [
    ...ended,
    ...sortedNames(modules, children, depth, paths).flatMap((name) =>
      sortedUnder(children.get(name) ?? [], depth + 1, paths),
    ),
  ];
}

function sortedNames<M>(
  [some]: readonly Sorted<M>[],
  children: ReadonlyMap<string, unknown>,
  depth: number,
  paths: ReadonlySet<string>,
): readonly string[] {
  const names = [...children.keys()];
  // Paths hundreds of parts deep mostly have one way on: then there is nothing to look up.
  if (names.length < 2) return names;
  const order = orderUnder(some?.parts.slice(0, depth).join('.') ?? '', paths);
  return names.sort((left, right) => {
    if (order.includes(left) && order.includes(right)) return order.indexOf(left) - order.indexOf(right);
    return rank(left) - rank(right) || natural(left, right);
  });
}

const { compare } = new Intl.Collator('en', { numeric: true });

/** Natural order by the start of the names, where a module's name ends; what a file makes longer goes by its bytes. */
function natural(left: string, right: string): number {
  const [start, other] = [left.slice(0, 80), right.slice(0, 80)];
  return (start === other ? 0 : compare(start, other)) || (left < right ? -1 : 1);
}

/** The known order of the modules under `parent`, empty if there is none. */
function orderUnder(parent: string, paths: ReadonlySet<string>): readonly string[] {
  const inside = parent === '' ? '' : `${parent}.`;
  if (paths.has(`${inside}conv_stem.first_conv.convolution`)) return transformersNetwork;
  if (paths.has(`${inside}reduce_1x1.convolution`)) return transformersBlock;
  if (parent === '') return paths.has('conv_stem') ? timmNetwork : paths.has('conv3.pointwise') ? xceptionNetwork : [];
  if (paths.has(`${parent}.skipbn`)) return xceptionBlock;
  if (paths.has(`${parent}.conv_reduce`)) return squeezeExcite;
  if (paths.has(`${parent}.conv_pwl`)) return invertedResidual;
  return paths.has(`${parent}.conv_dw`) ? depthwiseSeparable : [];
}

function rank(part: string): number {
  if (first.includes(part)) return first.indexOf(part) - first.length;
  // Inception modules have their 5x5 tower before the double 3x3 one.
  if (part.startsWith('branch5x5')) return -0.5;
  return last.indexOf(part) + 1;
}
