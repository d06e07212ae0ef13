import type { Role } from '../../../nets/parameter';

/** What makes it another network. */
export const mainRoles = ['structure', 'size', 'width', 'input'] as const satisfies readonly Role[];

/** What a person rarely changes. */
export const rareRoles = ['ablation', 'release', 'padding', 'variant', 'head'] as const satisfies readonly Role[];
