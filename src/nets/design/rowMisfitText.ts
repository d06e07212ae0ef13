import type { RowMisfit } from './rowMisfit';

/** A misfit as the command line says it. */
export function rowMisfitText(misfit: RowMisfit): string {
  switch (misfit.kind) {
    case 'groups':
      return `${String(misfit.channels)} channels do not divide into ${String(misfit.groups)} groups`;
    case 'multiple':
      return `channels are a multiple of ${String(misfit.of)} here`;
    case 'keeps':
      return `at stride 1 the block keeps the ${String(misfit.channels)} channels that it reads`;
    case 'widens':
      return `at stride 2 the block gives more than the ${String(misfit.channels)} channels that it reads`;
    case 'window':
      return `a window of ${String(misfit.kernel)} is larger than the map of ${String(misfit.map)}`;
  }
}
