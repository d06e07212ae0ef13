import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ComponentType } from 'react';

/** A page: its address, its place in the navigation, and its module, which is loaded on the first visit. */
export type Page = {
  /** After the `#` of the address: `/shufflenet-v1`. */
  readonly path: string;
  readonly title: MessageDescriptor;
  /**
   * `lab`: one of the lab's pages, which share a row of links below the header. `explore`: a chapter under Explore, in
   * teaching order. `bar`: a separate link in the header.
   */
  readonly place: 'lab' | 'explore' | 'bar';
  /** One sentence below the title in the Explore menu. */
  readonly idea?: MessageDescriptor;
  readonly load: () => Promise<ComponentType>;
};

/**
 * All pages, in navigation order. To add a page, add its entry here: route, menu, title and the links between chapters
 * follow from it.
 */
export const pages: readonly Page[] = [
  {
    path: '/',
    title: msg`Live`,
    place: 'lab',
    load: async () => (await import('../lab/live/LivePage')).LivePage,
  },
  {
    path: '/race',
    title: msg`Race`,
    place: 'lab',
    load: async () => (await import('../lab/race/RacePage')).RacePage,
  },
  {
    path: '/layers',
    title: msg`Layers`,
    place: 'lab',
    load: async () => (await import('../lab/layers/LayersPage')).LayersPage,
  },
  {
    path: '/guidelines',
    title: msg`Guidelines`,
    place: 'lab',
    load: async () => (await import('../lab/guidelines/GuidelinesPage')).GuidelinesPage,
  },
  {
    path: '/collect',
    title: msg`Collect`,
    place: 'lab',
    load: async () => (await import('../lab/collect/CollectPage')).CollectPage,
  },
  {
    path: '/bench',
    title: msg`Benchmark`,
    place: 'lab',
    load: async () => (await import('../lab/bench/BenchPage')).BenchPage,
  },
  {
    path: '/counting',
    title: msg`Counting`,
    place: 'explore',
    idea: msg`What a convolution costs: params, multiply-adds, memory access.`,
    load: async () => (await import('../chapters/counting/CountingPage')).CountingPage,
  },
  {
    path: '/squeezenet',
    title: msg`SqueezeNet`,
    place: 'explore',
    idea: msg`Squeeze the channels, expand them again: few parameters, and what else they cost.`,
    load: async () => (await import('../chapters/squeezeNet/SqueezeNetPage')).SqueezeNetPage,
  },
  {
    path: '/xception',
    title: msg`Xception`,
    place: 'explore',
    idea: msg`From Inception to the separable convolution in four steps.`,
    load: async () => (await import('../chapters/xception/XceptionPage')).XceptionPage,
  },
  {
    path: '/shufflenet-v1',
    title: msg`ShuffleNet V1`,
    place: 'explore',
    idea: msg`Group the 1×1 convolutions, then shuffle the channels so that the groups meet.`,
    load: async () => (await import('../chapters/shuffleNetV1/ShuffleNetV1Page')).ShuffleNetV1Page,
  },
  {
    path: '/shufflenet-v2',
    title: msg`ShuffleNet V2`,
    place: 'explore',
    idea: msg`Four guidelines for what takes time beside multiply-adds, and the unit they lead to.`,
    load: async () => (await import('../chapters/shuffleNetV2/ShuffleNetV2Page')).ShuffleNetV2Page,
  },
  {
    path: '/mobilenet-v1',
    title: msg`MobileNet V1`,
    place: 'explore',
    idea: msg`A convolution split into looking around and mixing, and two multipliers.`,
    load: async () => (await import('../chapters/mobileNetV1/MobileNetV1Page')).MobileNetV1Page,
  },
  {
    path: '/mobilenet-v2',
    title: msg`MobileNet V2`,
    place: 'explore',
    idea: msg`Narrow ends, a wide inside, and no ReLU where it would destroy.`,
    load: async () => (await import('../chapters/mobileNetV2/MobileNetV2Page')).MobileNetV2Page,
  },
  {
    path: '/mobilenet-v3',
    title: msg`MobileNet V3`,
    place: 'explore',
    idea: msg`Channels that are weighed, a cheaper swish, shorter ends, and two searches.`,
    load: async () => (await import('../chapters/mobileNetV3/MobileNetV3Page')).MobileNetV3Page,
  },
  {
    path: '/efficientnet-lite0',
    title: msg`EfficientNet-Lite0`,
    place: 'explore',
    idea: msg`What came after: the same block, arranged by search, grown by one rule.`,
    load: async () => (await import('../chapters/efficientNet/EfficientNetPage')).EfficientNetPage,
  },
  {
    path: '/networks',
    title: msg`Networks`,
    place: 'bar',
    load: async () => (await import('../networks/NetworksPage')).NetworksPage,
  },
  {
    path: '/compare',
    title: msg`Compare`,
    place: 'bar',
    load: async () => (await import('../compare/ComparePage')).ComparePage,
  },
];

/** The chapters of Explore in teaching order. */
export const chapters: readonly Page[] = pages.filter(({ place }) => place === 'explore');

/** The pages that run networks; the first is the app's start page. */
export const labPages: readonly Page[] = pages.filter(({ place }) => place === 'lab');
