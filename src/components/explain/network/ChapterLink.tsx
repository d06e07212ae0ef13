import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Model } from '../../../nets/models/model';
import { chapterPaths } from './chapterPaths';

/** Links to the chapter on a network's blocks and to its paper. */
export function ChapterLink({ model }: { readonly model: Model }) {
  const path = chapterPaths[model.id];
  return (
    <p>
      {path === undefined ? null : (
        <>
          <Link to={path}>
            <Trans>How its blocks work</Trans>
          </Link>
          {' · '}
        </>
      )}
      <a href={model.paper.url}>
        {model.paper.title} ({model.year})
      </a>
    </p>
  );
}
