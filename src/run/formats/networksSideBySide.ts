import { sizes, spend, type Budget } from './bytes/budget';

/** A tensor by name: a path of parts with dots between them. */
export type Named<T> = readonly (readonly [name: string, tensor: T])[];

/** One of several networks whose tensors lie in one list of names. */
export type NetworkInNames<T> = {
  /** What tells it from the others: `net_a`, `models.0`, `ema`; `weights` for the one whose names have nothing before them. */
  readonly key: string;
  /** What its names begin with in the list; null where its names are spelled otherwise than those of the network. */
  readonly prefix: string | null;
  readonly tensors: Named<T>;
};

type Shaped = { readonly shape: readonly number[] };

/** More networks than anybody puts into one file; each is compared with the others, and then with the whole catalogue. */
const maxNetworks = 8;

/**
 * The networks that lie side by side in one list of names, in its order: `net_a.` and `net_b.`, `module.student.` and
 * `module.teacher.`, one without a prefix and its moving average under `ema_`. Each begins with a convolution of an image of
 * three colours and goes on with other layers; with fewer than two of them, the list is none. What belongs to no network,
 * such as a head that they share, goes to all.
 *
 * Some moving averages spell names without dots (`ema_features_0_0_weight`, or `model_ema.features00weight`, as LitEma
 * does): they get the names of the network.
 */
export function networksIn<T extends Shaped>(
  all: Named<T>,
  budget: Budget,
  place: string,
): readonly NetworkInNames<T>[] {
  const stems = stemsOf(all);
  if (stems.length < 2 || stems.length > maxNetworks) return [];
  spend(budget, 'work', all.length * stems.length, place);
  spend(budget, 'memory', all.length * sizes.object, place);
  const respelled = stems.flatMap((stem) => respelledAs(stem, stems, all, budget) ?? []);
  const taken = new Set(respelled.flatMap(({ own }) => own));
  const left = all.filter(([name]) => !taken.has(name));
  const [first] = respelled;
  const plain =
    first !== undefined && stemsOf(left).length === 1
      ? underPrefixes(left, [first.prefix])
      : underPrefixes(left, prefixesOf(left));
  const found = [...plain, ...respelled.map(({ key, tensors }) => ({ key, prefix: null, tensors }))];
  if (found.length < 2) return [];
  return found.map((network) => {
    const whole = found.find(({ tensors }) => hasStatisticsOf(tensors, network.tensors));
    return whole === undefined ? network : { ...network, tensors: withStatistics(network.tensors, whole.tensors) };
  });
}

/** The networks under these prefixes, each with what is under none; which is one of them, where it is a network. */
function underPrefixes<T extends Shaped>(all: Named<T>, prefixes: readonly string[]): readonly NetworkInNames<T>[] {
  // The longest prefix that a name has is its own: `model_ema.module.`, not `model_ema.`.
  const longestFirst = ['', ...prefixes].toSorted((a, b) => b.length - a.length);
  const groups = new Map(['', ...prefixes].map((prefix) => [prefix, new Array<Named<T>[number]>()]));
  for (const entry of all) {
    const prefix = longestFirst.find((each) => entry[0].startsWith(each)) ?? '';
    groups.get(prefix)?.push([entry[0].slice(prefix.length), entry[1]]);
  }
  const rest = groups.get('') ?? [];
  const isRestWhole = isNetwork(rest);
  return [...groups].flatMap(([prefix, tensors]): readonly NetworkInNames<T>[] => {
    if (prefix === '') return isRestWhole ? [{ key: 'weights', prefix, tensors }] : [];
    const key = prefix.slice(0, -1).replace(/(\.(module|_orig_mod|model))+$/, '');
    return [{ key, prefix, tensors: isRestWhole ? tensors : [...tensors, ...rest] }];
  });
}

/** Whether tensors are those of a network for images: a convolution of three colours, and other layers. */
export function isNetwork<T extends Shaped>(all: Named<T>): boolean {
  const layers = all.filter(([, { shape }]) => shape.length > 1);
  return layers.length > 2 && layers.some(isStem) && layers.some(([, { shape }]) => shape[1] !== 3);
}

/**
 * The tensors with the running statistics of `whole`, where they lack these alone: a moving average of what is trained leaves
 * the statistics of batch norm to the network.
 */
export function withStatistics<T extends Shaped>(average: Named<T>, whole: Named<T>): Named<T> {
  if (!hasStatisticsOf(whole, average)) return average;
  const own = new Map(average);
  return whole.flatMap(([name, tensor]) => {
    const averaged = own.get(name);
    return averaged !== undefined || statistics.test(name) ? [[name, averaged ?? tensor] as const] : [];
  });
}

/** Whether `average` has all of the tensors of `whole` but its statistics and counts, and no other. */
function hasStatisticsOf<T extends Shaped>(whole: Named<T>, average: Named<T>): boolean {
  const lacking = whole.length - average.length;
  if (lacking <= 0) return false;
  const own = new Set(average.map(([name]) => name));
  const missing = whole.filter(([name]) => !own.has(name));
  const isStatistic = ([name, { shape }]: Named<T>[number]) => shape.length === 0 || statistics.test(name);
  return missing.length === lacking && missing.every(isStatistic) && missing.some(([name]) => statistics.test(name));
}

const statistics = /(^|\.)(running_mean|running_var|num_batches_tracked)$/;

function isStem([name, { shape }]: Named<Shaped>[number]): boolean {
  // A loss may compare the features of a network of its own.
  return shape.length === 4 && shape[1] === 3 && (shape[2] ?? 1) > 1 && !/^(criterion|loss\w*)\./.test(name);
}

function stemsOf(all: Named<Shaped>): readonly string[] {
  return all.filter(isStem).map(([name]) => name);
}

/** What the names of each network begin with, apart from one whose names have nothing before them. */
function prefixesOf(all: Named<Shaped>): readonly string[] {
  const stems = stemsOf(all);
  const found = stems.flatMap((stem) => {
    const others = stems.filter((other) => other !== stem);
    // Two copies of one network have the end of the stem's name in common, two networks only its start.
    const candidates = [beforeCommonEnd(stem, others), afterCommonStart(stem, others)];
    return candidates.find((each) => each === '' || isNetwork(under(each, all))) ?? [];
  });
  const prefixes = [...new Set(found)].filter((prefix) => prefix !== '');
  const rest = all.filter(([name]) => !prefixes.some((prefix) => name.startsWith(prefix)));
  // `features.` beside `teacher.` is no network, but the part of one before its classifier.
  const parts = hasMatrix(rest) ? prefixes.filter((prefix) => !hasMatrix(under(prefix, all))) : [];
  return parts.length === 1 ? prefixes.filter((prefix) => !parts.includes(prefix)) : prefixes;
}

function hasMatrix(all: Named<Shaped>): boolean {
  return all.some(([, { shape }]) => shape.length === 2);
}

function under<T>(prefix: string, all: Named<T>): Named<T> {
  return all.filter(([name]) => name.startsWith(prefix));
}

function beforeCommonEnd(stem: string, others: readonly string[]): string {
  const parts = stem.split('.');
  const common = Math.max(0, ...others.map((other) => commonCount(parts.toReversed(), other.split('.').toReversed())));
  return prefixOf(parts.slice(0, parts.length - common));
}

function afterCommonStart(stem: string, others: readonly string[]): string {
  const parts = stem.split('.');
  const common = Math.max(0, ...others.map((other) => commonCount(parts, other.split('.'))));
  return prefixOf(parts.slice(0, common + 1));
}

function prefixOf(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `${parts.join('.')}.`;
}

function commonCount(left: readonly string[], right: readonly string[]): number {
  const different = left.findIndex((part, index) => part !== right[index]);
  return different < 0 ? left.length : different;
}

type Respelled<T> = {
  readonly key: string;
  /** What the names of the network that it is named after begin with. */
  readonly prefix: string;
  /** Its names in the list. */
  readonly own: readonly string[];
  readonly tensors: Named<T>;
};

/** The network of a stem whose names are those of another one without dots, or with `_` for them, after some prefix. */
function respelledAs<T extends Shaped>(
  stem: string,
  stems: readonly string[],
  all: Named<T>,
  budget: Budget,
): Respelled<T> | null {
  for (const model of stems) {
    const shared = sharedSpelling(stem, model);
    if (shared === null) continue;
    const { before, prefix } = shared;
    spend(budget, 'work', all.length, stem);
    const names = new Map(
      under(prefix, all).map(([name]) => [spelled(name.slice(prefix.length)), name.slice(prefix.length)]),
    );
    const found = all.flatMap(([name, tensor]) => {
      const plain = spelled(name);
      const own = plain.startsWith(before) ? names.get(plain.slice(before.length)) : undefined;
      return own === undefined || name === prefix + own ? [] : [[name, own, tensor] as const];
    });
    const tensors = found.map(([, own, tensor]) => [own, tensor] as const);
    if (isNetwork(tensors))
      return { key: keyBefore(stem, before.length), prefix, own: found.map(([name]) => name), tensors };
  }
  return null;
}

/** What stands before both names of one stem: letters alone for the first, the prefix for the second. */
function sharedSpelling(stem: string, model: string): { readonly before: string; readonly prefix: string } | null {
  if (stem === model || stem.endsWith(`.${model}`) || model.endsWith(`.${stem}`)) return null;
  const [plain, parts] = [spelled(stem), model.split('.')];
  for (let start = 0; start + 1 < parts.length; start += 1) {
    const end = spelled(parts.slice(start).join('.'));
    // The same parts with dots are a network under a prefix.
    const hasDots = stem.endsWith(`.${parts.slice(start).join('.')}`);
    if (plain.length > end.length && plain.endsWith(end)) {
      return hasDots ? null : { before: plain.slice(0, -end.length), prefix: prefixOf(parts.slice(0, start)) };
    }
  }
  return null;
}

function spelled(name: string): string {
  return name.replace(/[._]/g, '');
}

/** The start of a name with so many letters: `ema` of `ema_features_0_0_weight`. */
function keyBefore(name: string, letters: number): string {
  let end = 0;
  for (let left = letters; left > 0 && end < name.length; end += 1) if (!/[._]/.test(name[end] ?? '')) left -= 1;
  return name.slice(0, end);
}
