import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** An item of the concept inventory: one option is right, and each other one names what somebody believes who takes it. */
export type InventoryItem = {
  /** From 1: its name in tasks and results. */
  readonly number: number;
  readonly question: MessageDescriptor;
  /** What it is about. */
  readonly strand: 'counting' | 'thread' | 'wiring' | 'block';
  readonly options: readonly InventoryOption[];
  readonly answer: Letter;
};

export type Letter = 'A' | 'B' | 'C' | 'D';

export type InventoryOption = {
  readonly letter: Letter;
  readonly label: MessageDescriptor;
  /** For the teacher; none at the right option. */
  readonly misconception?: MessageDescriptor;
};

/** Ten questions to ask before and after the course, without feedback in between. The numbers in them are the app's own counts. */
export const inventoryItems: readonly InventoryItem[] = [
  {
    number: 1,
    strand: 'counting',
    question: msg`The height and width of the input are halved. The params of a convolution:`,
    options: [
      option('A', msg`fall to a quarter`, msg`costs follow pixels`),
      option('B', msg`fall to half`, msg`counts one axis`),
      option('C', msg`do not change`),
      option('D', msg`depend on the stride`, msg`takes the kernel for the map`),
    ],
    answer: 'C',
  },
  {
    number: 2,
    strand: 'counting',
    question: msg`One source says 600 M FLOPs, another 300 M MACs, of the same network.`,
    options: [
      option('A', msg`One of them is wrong.`, msg`numbers need no convention`),
      option('B', msg`It may be the same count.`),
      option('C', msg`They used different resolutions.`, msg`looks for a cause before the convention`),
      option('D', msg`One counts params, the other operations.`, msg`mixes the costs`),
    ],
    answer: 'B',
  },
  {
    number: 3,
    strand: 'thread',
    question: msg`A depthwise 3×3 on 128 channels needs 128× fewer multiply-adds than a standard one. On a 56×56 map, it moves:`,
    options: [
      option('A', msg`128× fewer elements`, msg`moving follows computing`),
      option('B', msg`9× fewer elements`, msg`the kernel is read again at each pixel`),
      option('C', msg`more elements, as it goes channel by channel`, msg`feels an overhead`),
      option('D', msg`nearly as many elements`),
    ],
    answer: 'D',
  },
  {
    number: 4,
    strand: 'wiring',
    question: msg`A 1×1 convolution:`,
    options: [
      option('A', msg`only scales each value`, msg`1×1 means identity`),
      option('B', msg`mixes the channels at each pixel`),
      option('C', msg`mixes neighbouring pixels`, msg`a convolution always looks around`),
      option('D', msg`is a kind of pooling`, msg`whatever reduces is pooling`),
    ],
    answer: 'B',
  },
  {
    number: 5,
    strand: 'wiring',
    question: msg`Most multiply-adds of MobileNet V1 are in its:`,
    options: [
      option('A', msg`depthwise 3×3 convolutions`, msg`3×3 must be the heavy one`),
      option('B', msg`1×1 convolutions`),
      option('C', msg`first layer`, msg`the largest map must cost most`),
      option('D', msg`classifier`, msg`remembers AlexNet’s params`),
    ],
    answer: 'B',
  },
  {
    number: 6,
    strand: 'thread',
    question: msg`Network A has half the multiply-adds of network B. On your phone, A is:`,
    options: [
      option('A', msg`twice as fast`, msg`multiply-adds are time`),
      option('B', msg`faster, but nobody knows by how much`, msg`multiply-adds order time`),
      option('C', msg`faster or slower: one has to measure`),
      option('D', msg`as fast, as params are what limits phones`, msg`size is speed`),
    ],
    answer: 'C',
  },
  {
    number: 7,
    strand: 'wiring',
    question: msg`Two grouped 1×1 convolutions follow each other, with 4 groups and no shuffle. One output sees:`,
    options: [
      option('A', msg`a quarter of the inputs`),
      option('B', msg`half of the inputs`, msg`each layer mixes more`),
      option('C', msg`all inputs`, msg`depth mixes everything`),
      option('D', msg`a sixteenth of the inputs`, msg`groups divide again`),
    ],
    answer: 'A',
  },
  {
    number: 8,
    strand: 'block',
    question: msg`An inverted residual differs from a bottleneck in:`,
    options: [
      option('A', msg`the sign of its shortcut`, msg`takes the word literally`),
      option('B', msg`its shape: thin ends and a wide middle`),
      option('C', msg`the order of batch norm and ReLU`, msg`thinks of pre-activation`),
      option('D', msg`having a shortcut in every block`, msg`as in ResNet`),
    ],
    answer: 'B',
  },
  {
    number: 9,
    strand: 'block',
    question: msg`No ReLU follows the projection to few channels, since:`,
    options: [
      option('A', msg`ReLU is slow`, msg`everything is about speed`),
      option('B', msg`gradients would explode`, msg`training folklore`),
      option('C', msg`what it sets to zero there cannot be rebuilt from the other channels`),
      option('D', msg`ReLU6 is better`, msg`gives a name for a reason`),
    ],
    answer: 'C',
  },
  {
    number: 10,
    strand: 'thread',
    question: msg`Squeeze-and-excite holds 28% of the params of MobileNet V3-Large. Of its multiply-adds it takes:`,
    options: [
      option('A', msg`about 28%`, msg`params are multiply-adds`),
      option('B', msg`about 10%`, msg`guesses the middle`),
      option('C', msg`less than 1%`),
      option('D', msg`none`, msg`only convolutions on maps count`),
    ],
    answer: 'C',
  },
];

function option(letter: Letter, label: MessageDescriptor, misconception?: MessageDescriptor): InventoryOption {
  return { letter, label, ...(misconception === undefined ? {} : { misconception }) };
}

/** The item of this number. */
export function inventoryItem(number: number): InventoryItem | undefined {
  return inventoryItems.find((item) => item.number === number);
}
