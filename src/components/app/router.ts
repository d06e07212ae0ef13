import type { ComponentType } from 'react';
import { createHashRouter, replace, type LoaderFunctionArgs } from 'react-router';
import { embedding } from '../ui/embedding';
import { inTime } from '../../run/storage/inTime';
import { reloadForMissingPart, takeNewVersion, useNewVersion } from './newVersion';
import { Opening } from './Opening';
import { PageFault } from './PageFault';
import { answersParameter } from '../ui/address/keptQuery';
import { placeParameter } from '../ui/placeLink';
import { countedLoad } from '../ui/lateLoads';
import { pages } from './pages';
import { Shell } from './Shell';
import { Unknown } from './Unknown';

/** Routes by the hash, so that any static host can serve the app. */
export const router = createHashRouter([
  {
    // Only a page inside another one needs the other frame.
    ...(embedding === null
      ? { Component: Shell }
      : { lazy: async () => ({ Component: (await import('./EmbeddedShell')).EmbeddedShell }) }),
    children: [
      ...pages.map((page) => ({
        path: page.path,
        ...(page.place === 'start' ? { loader: leaveForLab } : {}),
        lazy: async () => {
          const [Component] = await Promise.all([
            countedLoad(() => loaded(page.load)),
            page.place === 'learn' ? answersRead() : undefined,
          ]);
          return { Component };
        },
        ErrorBoundary: PageFault,
        HydrateFallback: Opening,
      })),
      { path: '*', Component: Unknown },
    ],
  },
]);

/** Opens the lab at links from when it was the first page: all but a place in this page, and what the course keeps, was the lab's. */
function leaveForLab({ request }: LoaderFunctionArgs): Response | null {
  const { search, searchParams } = new URL(request.url);
  return [...searchParams.keys()].every((key) => key === placeParameter || key === answersParameter)
    ? null
    : replace(`/live${search}`);
}

/** A chapter shows what was answered from its first moment on, so that nothing moves; a slow store is waited for a moment. */
function answersRead(): Promise<void> {
  const read = async () => (await import('../../course/progress/progress')).progress.getState().open();
  return inTime(read, undefined, 300);
}

/** A page that the host no longer has comes with the host's new version, which is loaded at the address to arrive at. */
async function loaded(load: () => Promise<ComponentType>): Promise<ComponentType> {
  try {
    return await load();
  } catch (error) {
    const arriveAt = router.createHref(router.state.navigation.location ?? router.state.location);
    if (await reloadForMissingPart(arriveAt)) return await new Promise(() => undefined);
    throw error;
  }
}

let pathname = router.state.location.pathname;
router.subscribe(({ location }) => {
  if (location.pathname === pathname) return;
  pathname = location.pathname;
  if (useNewVersion.getState().state === 'gone') void takeNewVersion();
});
