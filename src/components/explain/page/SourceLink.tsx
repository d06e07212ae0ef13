import { useLingui } from '@lingui/react/macro';
import type { SourceId } from '../../../nets/papers/published';
import { sources } from '../../../nets/papers/published';

/** A published figure's source, by its title in the reader's language. */
export function SourceLink({ source }: { readonly source: SourceId }) {
  const { i18n } = useLingui();
  const { title, url } = sources[source];
  return <a href={url}>{i18n._(title)}</a>;
}
