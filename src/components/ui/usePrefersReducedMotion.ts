import { useMediaQuery } from './useMediaQuery';

/** Whether the system asks for reduced motion; false without a browser. */
export function usePrefersReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)');
}
