import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Model } from '../../../nets/models/model';

/** Addresses of the chapters that explain the networks' blocks; the baselines are explained where they are compared. */
const chapterPaths: Readonly<Record<string, string>> = {
  squeezenet: '/squeezenet',
  xception: '/xception',
  'shufflenet-v1': '/shufflenet-v1',
  'shufflenet-v2': '/shufflenet-v2',
  'mobilenet-v1': '/mobilenet-v1',
  'mobilenet-v2': '/mobilenet-v2',
  'mobilenet-v3': '/mobilenet-v3',
  'efficientnet-lite0': '/efficientnet-lite0',
  'inception-v3': '/xception',
  alexnet: '/squeezenet',
  vgg16: '/mobilenet-v1',
};

/** The chapter on a network's block, and its paper. */
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
