import type { Choice } from '../parameter';

/** A paper, release or model page. Titles with words to translate are marked as messages, and so are places and notes. */
export type Source = {
  readonly title: string;
  readonly url: string;
  /** Where in it the figures stand, such as its tables. */
  readonly place?: string;
};

/**
 * What a source prints about one network, and the exact counts of the reference implementation that the network follows.
 * Multiply-adds count 1 each; params follow the source's own convention, and `note` says where that differs or where the
 * source is wrong.
 */
export type PublishedFigure = {
  /** Id in the catalogue. */
  readonly net: string;
  readonly options: Choice;
  readonly resolution: number;
  /** Set when the row describes a structure that the catalogue does not build. */
  readonly otherStructure?: string;
  readonly paramsMillions?: number;
  readonly macsMillions?: number;
  /** ImageNet validation accuracy in per cent. */
  readonly top1?: number;
  readonly top5?: number;
  readonly sources: readonly Source[];
  /** In English, which is also its id in the message catalogues. */
  readonly note?: string;
  /** The printed figure that the described structure does not reproduce; `note` says why. */
  readonly disputed?: 'params' | 'macs';
  /** What the graph must count exactly. */
  readonly exact?: ExactCount;
};

/** Counts of one implementation, e.g. torchvision. */
export type ExactCount = {
  readonly implementation: string;
  readonly params: number;
  readonly paramsWithoutNorm: number;
  readonly macs: number;
};

export function countedOn(implementation: string, params: number, paramsWithoutNorm: number, macs: number): ExactCount {
  return { implementation, params, paramsWithoutNorm, macs };
}

type Column = Exclude<keyof PublishedFigure, 'net' | 'options' | 'sources'>;

type Row<Columns extends readonly Column[]> = readonly [
  options: Choice,
  ...cells: { readonly [At in keyof Columns]?: PublishedFigure[Columns[At]] | undefined },
];

/**
 * The figures of one printed table: what all rows share, then one row per network, its options before the named columns.
 * A cell that the source does not print is undefined, or missing at the end of its row.
 */
export function figureTable<const Columns extends readonly Column[]>(
  shared: Omit<PublishedFigure, 'options'>,
  columns: Columns,
  rows: readonly Row<Columns>[],
): readonly PublishedFigure[] {
  return rows.map(([options, ...cells]) => {
    const printed = columns.map((column, at) => [column, cells[at]] as const).filter(([, cell]) => cell !== undefined);
    return { ...shared, options, ...Object.fromEntries(printed) };
  });
}
