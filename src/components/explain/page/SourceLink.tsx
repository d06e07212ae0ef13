import { useLingui } from '@lingui/react/macro';
import type { Source } from '../../../nets/papers/publishedFigure';

type SourceLinkProps = {
  readonly source: Source;
  /** Where in the source, such as 'Figure 3', in the reader's language; its figures' place if not given. */
  readonly place?: string;
};

/** A link to a source: its title and the place in it, in the reader's language. */
export function SourceLink({ source, place }: SourceLinkProps) {
  const { i18n, t } = useLingui();
  const title = i18n._(source.title);
  const where = place ?? (source.place === undefined ? undefined : i18n._(source.place));
  return <a href={source.url}>{where === undefined ? title : t`${title}, ${where}`}</a>;
}
