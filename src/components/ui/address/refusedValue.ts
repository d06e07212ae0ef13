import type { NetworkMisfit } from '../../../nets/networkMisfit';
import type { Legal } from '../../../nets/parameter';

/** A value in an address that the page does not take as it is. */
export type RefusedValue = {
  /** The name of the parameter, as in the address. */
  readonly key: string;
  /** The whole value, as in the address. */
  readonly text: string;
  /** The part of it that is not taken; the whole value if undefined. */
  readonly part?: string;
  /** What the page takes instead, as it would be written; null where nothing takes its place. */
  readonly used: string | null;
  readonly why: RefusalReason;
};

export type RefusalReason =
  /** Other values are possible. */
  | { readonly kind: 'legal'; readonly legal: Legal }
  /** The page reads no parameter of this name. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'network'; readonly misfit: NetworkMisfit }
  /** The network has no block or layer of this path. */
  | { readonly kind: 'noSuchPart' }
  /** The block of a chapter has no layer of this path. */
  | { readonly kind: 'noSuchLayer' }
  /** The page has no section or figure of this name. */
  | { readonly kind: 'noSuchPlace' }
  /** The page has no screen of this name to present. */
  | { readonly kind: 'noSuchScreen' }
  /** A network that somebody opened from a file: only that browser keeps it. */
  | { readonly kind: 'ownNetwork' }
  /** Weights that can be fetched and are not in this browser yet, by the title of their network. */
  | { readonly kind: 'notFetched'; readonly title: string }
  /** A picture of one's own, which no address holds. */
  | { readonly kind: 'ownPicture' }
  /** More networks than the page takes. */
  | { readonly kind: 'tooMany'; readonly max: number }
  /** A network that is named before. */
  | { readonly kind: 'repeated' };
