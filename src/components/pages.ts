import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ComponentType } from 'react';

/** A page of the app: its address, its place in the navigation, and the module that is downloaded at its first visit. */
export type Page = {
  /** Behind the `#` of the address: `/shufflenet-v1`. */
  readonly path: string;
  readonly title: MessageDescriptor;
  /** `bar`: a link of its own in the header. `explore`: a chapter under Explore, in teaching order. */
  readonly place: 'bar' | 'explore';
  /** One sentence under the title in the Explore menu. */
  readonly idea?: MessageDescriptor;
  readonly load: () => Promise<ComponentType>;
};

/**
 * Every page there is, in the order of the navigation. A page that is not built is not in this table.
 * To add one, add its entry here: the route, the menu, the title and the chapter's neighbours follow.
 */
export const pages: readonly Page[] = [
  {
    path: '/',
    title: msg`Live`,
    place: 'bar',
    load: async () => (await import('./live/LivePage')).LivePage,
  },
];

/** The chapters of Explore in teaching order. */
export const chapters: readonly Page[] = pages.filter(({ place }) => place === 'explore');
