/**
 * What takes the focus when the control that had it is gone: the one that now follows the nearest control before it that is
 * still there, so its replacement or the next row; or else that control itself. Undefined where there is none.
 * @param before all controls of the page while `lost` was one of them, in their order
 * @param now all controls of the page
 */
export function nextFocus<T>(before: readonly T[], lost: T, now: readonly T[]): T | undefined {
  const stays = new Set(now);
  const anchor = before.slice(0, before.indexOf(lost)).findLast((control) => stays.has(control));
  return now[anchor === undefined ? 0 : now.indexOf(anchor) + 1] ?? anchor;
}
