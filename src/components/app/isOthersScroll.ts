/**
 * Whether something else has scrolled a page since it was left at the height `leftAt`, in CSS px. A page that became too
 * short for it is moved to its end by the browser, which is nobody's wish.
 * @param now the height at present, and the largest possible one
 */
export function isOthersScroll(leftAt: number, now: { readonly top: number; readonly max: number }): boolean {
  const expected = Math.max(0, Math.min(leftAt, now.max));
  return Math.abs(now.top - expected) > tolerance;
}

/** Browsers round heights to pixels of the screen. */
const tolerance = 2;
