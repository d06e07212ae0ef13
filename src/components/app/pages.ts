import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ComponentType } from 'react';
import { pageTitles } from '../../course/pageTitles';

/** A page: its address, its place in the navigation, and its module, which is loaded on the first visit. */
export type Page = {
  /** After the `#` of the address: `/shufflenet-v1`. */
  readonly path: string;
  readonly title: MessageDescriptor;
  /**
   * `start`: the first page, which the app's name leads to. `learn`: a chapter, in teaching order. `run`: a page that runs
   * networks. `teach`: a page for teachers. `bar`: a link of its own in the header. `foot`: in the footer. `linked`: in
   * no menu.
   */
  readonly place: 'start' | 'learn' | 'run' | 'teach' | 'bar' | 'foot' | 'linked';
  /** One sentence: below the title in the menu, and the page's description for search engines. */
  readonly idea: MessageDescriptor;
  readonly load: () => Promise<ComponentType>;
};

/** The first page, which the app's name leads to. */
export const startPage: Page = {
  path: '/',
  title: msg`Small networks that see`,
  place: 'start',
  idea: msg`See, count and run lightweight convolutional networks in the browser`,
  load: async () => (await import('../start/StartPage')).StartPage,
};

/**
 * All pages, in navigation order. To add a page, add its entry here: route, menu, title and the links between chapters
 * follow from it.
 */
export const pages: readonly Page[] = [
  startPage,
  {
    path: '/live',
    title: msg`Live`,
    place: 'run',
    idea: msg`Point the camera at something: a small network names it, with the time it takes.`,
    load: async () => (await import('../lab/live/LivePage')).LivePage,
  },
  {
    path: '/race',
    title: pageTitles['/race'],
    place: 'run',
    idea: msg`Several networks on the same frames: which is fastest, and which is right?`,
    load: async () => (await import('../lab/race/RacePage')).RacePage,
  },
  {
    path: '/layers',
    title: pageTitles['/layers'],
    place: 'run',
    idea: msg`Where a network spends its time on this device, layer by layer.`,
    load: async () => (await import('../lab/layers/LayersPage')).LayersPage,
  },
  {
    path: '/guidelines',
    title: pageTitles['/guidelines'],
    place: 'run',
    idea: msg`The four guidelines of ShuffleNet V2, measured again on this device.`,
    load: async () => (await import('../lab/guidelines/GuidelinesPage')).GuidelinesPage,
  },
  {
    path: '/bench',
    title: msg`Benchmark`,
    place: 'run',
    idea: msg`This app’s own kernels against stock tfjs, network by network.`,
    load: async () => (await import('../lab/bench/BenchPage')).BenchPage,
  },
  {
    path: '/counting',
    title: pageTitles['/counting'],
    place: 'learn',
    idea: msg`The three costs of a convolution: params, multiply-adds, memory access.`,
    load: async () => (await import('../chapters/counting/CountingPage')).CountingPage,
  },
  {
    path: '/squeezenet',
    title: pageTitles['/squeezenet'],
    place: 'learn',
    idea: msg`Squeeze the channels before the 3×3: AlexNet’s accuracy with 49× fewer params.`,
    load: async () => (await import('../chapters/squeezeNet/SqueezeNetPage')).SqueezeNetPage,
  },
  {
    path: '/xception',
    title: pageTitles['/xception'],
    place: 'learn',
    idea: msg`From Inception to the separable convolution in four steps.`,
    load: async () => (await import('../chapters/xception/XceptionPage')).XceptionPage,
  },
  {
    path: '/mobilenet-v1',
    title: pageTitles['/mobilenet-v1'],
    place: 'learn',
    idea: msg`Split every convolution into depthwise and pointwise, and scale with two multipliers.`,
    load: async () => (await import('../chapters/mobileNetV1/MobileNetV1Page')).MobileNetV1Page,
  },
  {
    path: '/shufflenet-v1',
    title: pageTitles['/shufflenet-v1'],
    place: 'learn',
    idea: msg`Group the 1×1 convolutions, then shuffle channels across the groups.`,
    load: async () => (await import('../chapters/shuffleNetV1/ShuffleNetV1Page')).ShuffleNetV1Page,
  },
  {
    path: '/mobilenet-v2',
    title: pageTitles['/mobilenet-v2'],
    place: 'learn',
    idea: msg`Inverted residuals: thin ends, a wide middle, and no ReLU on the thin maps.`,
    load: async () => (await import('../chapters/mobileNetV2/MobileNetV2Page')).MobileNetV2Page,
  },
  {
    path: '/shufflenet-v2',
    title: pageTitles['/shufflenet-v2'],
    place: 'learn',
    idea: msg`Four guidelines on what takes time besides multiply-adds, and the unit they lead to.`,
    load: async () => (await import('../chapters/shuffleNetV2/ShuffleNetV2Page')).ShuffleNetV2Page,
  },
  {
    path: '/mobilenet-v3',
    title: pageTitles['/mobilenet-v3'],
    place: 'learn',
    idea: msg`Squeeze-and-excite, h-swish, a shorter tail, and two searches that found them.`,
    load: async () => (await import('../chapters/mobileNetV3/MobileNetV3Page')).MobileNetV3Page,
  },
  {
    path: '/efficientnet-lite0',
    title: pageTitles['/efficientnet-lite0'],
    place: 'learn',
    idea: msg`The block of V2 arranged by search and scaled by one rule, minus what runs badly on phones.`,
    load: async () => (await import('../chapters/efficientNet/EfficientNetPage')).EfficientNetPage,
  },
  {
    path: '/summary',
    title: pageTitles['/summary'],
    place: 'learn',
    idea: msg`All eight in one table: which network, for which device, and how do you know?`,
    load: async () => (await import('../chapters/summary/SummaryPage')).SummaryPage,
  },
  {
    path: '/xray',
    title: msg`X-ray`,
    place: 'bar',
    idea: msg`From the whole network down to one multiplication, on the live picture.`,
    load: async () => (await import('../lab/xray/XrayPage')).XrayPage,
  },
  {
    path: '/teach',
    title: msg`Teach`,
    place: 'teach',
    idea: msg`Plans of one and two lessons, an exam with answers, the concept inventory, worksheets.`,
    load: async () => (await import('../teach/TeachPage')).TeachPage,
  },
  {
    path: '/worksheet',
    title: msg`Worksheet`,
    place: 'teach',
    idea: msg`A sheet of each chapter to print, with numbers of its own; the answers apart.`,
    load: async () => (await import('../worksheet/WorksheetPage')).WorksheetPage,
  },
  {
    path: '/task',
    title: msg`Make a task`,
    place: 'teach',
    idea: msg`A page with a goal, questions of a chapter, or the concept inventory: one link holds it all.`,
    load: async () => (await import('../classroom/MakeTaskPage')).MakeTaskPage,
  },
  {
    path: '/collect',
    title: msg`Collect`,
    place: 'teach',
    idea: msg`Gather what a class measured, and see how their devices differ.`,
    load: async () => (await import('../lab/collect/CollectPage')).CollectPage,
  },
  {
    path: '/prepare',
    title: msg`Prepare this device`,
    place: 'teach',
    idea: msg`Keep all chapters and networks in this browser, for a room without a network.`,
    load: async () => (await import('../prepare/PreparePage')).PreparePage,
  },
  {
    path: '/quiz',
    title: msg`Questions`,
    place: 'linked',
    idea: msg`The questions that a teacher’s link holds, to be answered and handed in.`,
    load: async () => (await import('../classroom/QuizPage')).QuizPage,
  },
  {
    path: '/networks',
    title: pageTitles['/networks'],
    place: 'bar',
    idea: msg`Every network drawn to scale and counted, stage by stage, beside what was published.`,
    load: async () => (await import('../networks/NetworksPage')).NetworksPage,
  },
  {
    path: '/design',
    title: msg`Design`,
    place: 'bar',
    idea: msg`A network of your own, row by row: drawn and counted as you change it, within your budgets.`,
    load: async () => (await import('../design/DesignPage')).DesignPage,
  },
  {
    path: '/compare',
    title: pageTitles['/compare'],
    place: 'bar',
    idea: msg`Accuracy against params, multiply-adds and memory access, for networks of your choice.`,
    load: async () => (await import('../compare/ComparePage')).ComparePage,
  },
  {
    path: '/glossary',
    title: msg`Glossary`,
    place: 'foot',
    idea: msg`The words of the costs, layers, blocks and measurements, each in two sentences.`,
    load: async () => (await import('../glossary/GlossaryPage')).GlossaryPage,
  },
  {
    path: '/progress',
    title: msg`Your progress`,
    place: 'foot',
    idea: msg`What you answered in each chapter: save it as a file, take it elsewhere, erase it.`,
    load: async () => (await import('../progress/ProgressPage')).ProgressPage,
  },
];

/** The chapters in teaching order. */
export const chapters: readonly Page[] = pages.filter(({ place }) => place === 'learn');

/**
 * The key that shows a page screen by screen; undefined on a page without screens. Where networks run, P pauses them. Live and
 * X-ray have none: each is one screen, which can be covered.
 */
export function presentKeyOf(path: string): 'p' | 'f' | undefined {
  if (path === '/race') return 'f';
  return compared.includes(path) || chapters.some((chapter) => chapter.path === path) ? 'p' : undefined;
}

/** Whether a page goes on under what covers it: B makes the screen black, Q shows the page's code. */
export function hasCovers(path: string): boolean {
  return path === '/live' || path === '/xray';
}

/** The pages that draw, compare or measure networks. */
const compared = ['/networks', '/design', '/compare', '/layers', '/guidelines', '/bench'];

/** The pages for teachers. */
export const teachPages: readonly Page[] = pages.filter(({ place }) => place === 'teach');

/** The pages that run networks. */
export const labPages: readonly Page[] = pages.filter(({ place }) => place === 'run');
