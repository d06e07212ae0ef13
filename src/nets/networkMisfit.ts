import type { ChoiceMisfit } from './parameter';

/** Why a name names no network that can be built. `id` is that of a network, `network` its name for people. */
export type NetworkMisfit =
  /** `reason` is an English sentence. */
  | { readonly kind: 'noSuchNetwork'; readonly id: string; readonly reason: string }
  | { readonly kind: 'noValue'; readonly id: string; readonly part: string }
  | { readonly kind: 'option'; readonly id: string; readonly network: string; readonly misfit: ChoiceMisfit }
  /** `reason` is an English sentence. */
  | { readonly kind: 'impossible'; readonly reason: string };
