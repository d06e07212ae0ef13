import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { GivenInventory } from './inventoryTask';

/** A page to show, and its screen where it is presented. */
export type Shown = {
  readonly label: MessageDescriptor;
  readonly path: string;
  /** Values of its address. */
  readonly query?: Readonly<Record<string, string>>;
  /** `section.part`, as `present` has it; pages that run networks have none. */
  readonly screen?: string;
  /** Given to the class as a task, by link or code. */
  readonly given?: GivenInventory;
};

/** A step of a lesson. */
export type PlanRow = {
  /** Minutes after the beginning. */
  readonly minute: number;
  readonly show: readonly Shown[];
  /** What the class does. */
  readonly does: MessageDescriptor;
  /** What many will guess, and why. */
  readonly guess?: MessageDescriptor;
};

export type Plan = {
  readonly id: 'single' | 'double';
  readonly minutes: 45 | 90;
  readonly title: MessageDescriptor;
  readonly rows: readonly PlanRow[];
  readonly discussion: readonly MessageDescriptor[];
};

const race: Shown = {
  label: msg`Race: MobileNet V1 against V2`,
  path: '/race',
  query: { nets: 'mobilenet-v1,mobilenet-v2' },
};
/** Those of the longer plan, which the page that makes tasks offers as a short choice as well. */
const fiveItems = [3, 4, 5, 6, 10];
const outputMap: Shown = { label: msg`Counting: the output map`, path: '/counting', screen: 'output-map.p1' };
const memory: Shown = { label: msg`Counting: memory access`, path: '/counting', screen: 'memory.p2' };
const shares: Shown = { label: msg`MobileNet V1: four bars`, path: '/mobilenet-v1', screen: 'pointwise-share.p2' };

/** One lesson: a question that a measurement answers. */
const single: Plan = {
  id: 'single',
  minutes: 45,
  title: msg`Fewer multiply-adds, less time?`,
  rows: [
    {
      minute: 0,
      show: [{ label: msg`Live: hold something up`, path: '/live' }],
      does: msg`Say what the network has to compute to name it.`,
      guess: msg`“It looks up millions of weights”: memory instead of arithmetic.`,
    },
    {
      minute: 3,
      show: [outputMap, { label: msg`Counting: 12 wires`, path: '/counting', screen: 'groups.p4' }],
      does: msg`Guess both by a show of hands.`,
      guess: msg`2, as only one axis is halved, and 12: groups are not wires yet.`,
    },
    {
      minute: 10,
      show: [memory],
      does: msg`Write the number down, then reveal it. The lesson turns here.`,
      guess: msg`128 or 9: what is moved is taken for what is computed.`,
    },
    {
      minute: 16,
      show: [{ label: msg`MobileNet V1: the split`, path: '/mobilenet-v1', screen: 'split.p1' }],
      does: msg`Derive 1/N + 1/k² in pairs, then guess for a 5×5.`,
      guess: msg`About 9 again: the kernel size k is forgotten.`,
    },
    {
      minute: 23,
      show: [shares],
      does: msg`Draw the four bars on paper and hold them up.`,
      guess: msg`A long bar for the depthwise: “3×3 is the heavy one”.`,
    },
    {
      minute: 28,
      show: [{ label: msg`MobileNet V2: memory access beside V1`, path: '/mobilenet-v2', screen: 'network.p4' }],
      does: msg`V2 has about half of V1’s multiply-adds. Guess its memory access.`,
      guess: msg`Half as well.`,
    },
    {
      minute: 33,
      show: [race, { label: msg`Collect the class’s results`, path: '/collect' }],
      does: msg`Watch it on the projector, then measure on your own device and hand the result in by QR code.`,
      guess: msg`V2 is nearly twice as fast, as its multiply-adds say.`,
    },
    {
      minute: 40,
      show: [{ label: msg`The spread of the class`, path: '/collect' }],
      does: msg`One sentence each: which column belongs in a paper’s table?`,
    },
    {
      minute: 44,
      show: [given(msg`Concept inventory: item 6`, { when: 'after', items: [6] })],
      does: msg`Item 6 of the concept inventory, as an exit question.`,
    },
  ],
  discussion: [
    msg`Who benefits if only multiply-adds are published?`,
    msg`Which number would you print on a box?`,
    msg`Without a network: skip minute 33 and read the two rows of V1 and V2 in Table 8 of the ShuffleNet V2 paper.`,
  ],
};

/** Two lessons: a chapter after the other. */
const double: Plan = {
  id: 'double',
  minutes: 90,
  title: msg`Eight questions, eight answers`,
  rows: [
    {
      minute: 0,
      show: [given(msg`Concept inventory: five items, before`, { when: 'before', items: fiveItems })],
      does: msg`Answer five items alone. No answers are told before minute 82.`,
    },
    {
      minute: 6,
      show: [outputMap, memory],
      does: msg`Guess, reveal, and say which cost did not fall.`,
      guess: msg`2, and then 128 or 9, as in the single lesson.`,
    },
    {
      minute: 18,
      show: [
        {
          label: msg`SqueezeNet: the Fire module`,
          path: '/squeezenet',
          query: { 'fire.squeeze': '16' },
          screen: 'fire-module.fire',
        },
        { label: msg`SqueezeNet: beside AlexNet`, path: '/squeezenet', screen: 'fifty-times-fewer.p2' },
      ],
      does: msg`Fifty times fewer params: guess what happened to the multiply-adds.`,
      guess: msg`They fell too: one cost is taken for all three.`,
    },
    {
      minute: 25,
      show: [{ label: msg`Xception: four steps`, path: '/xception', screen: 'four-steps.p1' }],
      does: msg`Follow one input channel through the four steps.`,
      guess: msg`A third: three 1×1 become one.`,
    },
    {
      minute: 34,
      show: [shares, { label: msg`MobileNet V1: two multipliers`, path: '/mobilenet-v1', screen: 'multipliers.p3' }],
      does: msg`Draw the bars. Then weigh width against resolution in pairs.`,
      guess: msg`The depthwise is the heavy one.`,
    },
    {
      minute: 43,
      show: [{ label: msg`ShuffleNet V1: the shuffle`, path: '/shufflenet-v1', screen: 'channel-shuffle.p2' }],
      does: msg`Lay 12 cards on a desk and shuffle them by hand, group by group.`,
      guess: msg`Channel 5 stays, or all of them rotate.`,
    },
    {
      minute: 52,
      show: [{ label: msg`ShuffleNet V1: a question for the break`, path: '/shufflenet-v1', screen: 'cost.p4' }],
      does: msg`Five minutes of rest, with this question on the screen.`,
      guess: msg`The opposite order: more groups, less to move.`,
    },
    {
      minute: 57,
      show: [{ label: msg`MobileNet V2: three channels and ReLU`, path: '/mobilenet-v2', screen: 'narrow-relu.p1' }],
      does: msg`Guess what is lost at 3 channels, then look at 2, 3 and 15.`,
      guess: msg`Nothing, or an eighth.`,
    },
    {
      minute: 65,
      show: [
        { label: msg`ShuffleNet V2: five networks, two devices`, path: '/shufflenet-v2', screen: 'speed.p1' },
        { label: msg`Guideline G1`, path: '/shufflenet-v2', screen: 'g1.p2' },
        { label: msg`Guideline G2`, path: '/shufflenet-v2', screen: 'g2.p3' },
        { label: msg`Guideline G4`, path: '/shufflenet-v2', screen: 'g4.p4' },
      ],
      does: msg`Sort for the GPU, then for ARM, in groups of four. Each group defends one guideline.`,
      guess: msg`One order for both devices.`,
    },
    {
      minute: 77,
      show: [{ label: msg`MobileNet V3: the tail`, path: '/mobilenet-v3', screen: 'tail.p3' }],
      does: msg`Guess what a shorter tail does to the params.`,
      guess: msg`They fall, as the layers do.`,
    },
    {
      minute: 82,
      show: [given(msg`Concept inventory: five items, after`, { when: 'after', items: fiveItems })],
      does: msg`The same five items again; compare with minute 0.`,
    },
    {
      minute: 87,
      show: [{ label: msg`Summary: key points`, path: '/summary', screen: 'key-points.points' }],
      does: msg`Three key points. Homework: an exercise of the summary, and one measurement at home.`,
    },
  ],
  discussion: [
    msg`A shuffle made by hand: is that a weakness? What would learning it cost?`,
    msg`The four guidelines come from two devices, a GTX 1080Ti and a Snapdragon 810. On which would you bet today, and how would you check it in ten minutes?`,
    msg`A search trains very many networks to save milliseconds. When is that worth it?`,
    msg`Which published number of this course do you trust least, and why?`,
  ],
};

export const plans: readonly Plan[] = [single, double];

function given(label: MessageDescriptor, inventory: GivenInventory): Shown {
  return { label, path: '/task', given: inventory };
}

/** Where a row's page opens: read at the section of its screen, or presented. */
export function addressOf({ path, query = {}, screen }: Shown, as: 'page' | 'screen'): string {
  const values = Object.entries(query).map(([key, value]) => `${key}=${value}`);
  const [section = ''] = (screen ?? '').split('.');
  const place = screen === undefined ? [] : as === 'page' ? [`at=${section}`] : [`present=${screen}`];
  const parts = [...values, ...place];
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}
