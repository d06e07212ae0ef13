import { useLingui } from '@lingui/react/macro';
import type { Source } from '../../../nets/papers/publishedFigure';

/** A link to the source of a published figure, titled in the reader's language. */
export function SourceLink({ source }: { readonly source: Source }) {
  const { i18n } = useLingui();
  return <a href={source.url}>{i18n._(source.title)}</a>;
}
