/** Whether a path is `path` or leads on from it. */
export function isWithin(id: string, path: string): boolean {
  return id === path || id.startsWith(`${path}.`);
}
