import { Trans } from '@lingui/react/macro';
import type { Model } from '../../../nets/models/model';
import { chapterPaths } from './chapterPaths';
import { PageLink } from '../../ui/PageLink';

/** Links to the chapter on a network's blocks and to its paper. */
export function ChapterLink({ model }: { readonly model: Model }) {
  const path = chapterPaths[model.id];
  return (
    <p>
      {path === undefined ? null : (
        <>
          <PageLink to={path}>
            <Trans>How its blocks work</Trans>
          </PageLink>
          {' · '}
        </>
      )}
      <a href={model.paper.url}>
        {model.paper.title} ({model.year})
      </a>
    </p>
  );
}
