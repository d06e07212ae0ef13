import type { Manifest } from '../../run/weights/manifest';
import { isOwnName } from './networkGroups';

/** What a network from a person's own file is called: the name they gave it, or the file's; null for all others. */
export function ownTitle({ name, title, source }: Manifest): string | null {
  return isOwnName(name) ? (title ?? source) : null;
}
