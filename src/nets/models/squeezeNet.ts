import { activation, conv, dropout, globalAveragePool, maxPool } from '../build';
import type { Node } from '../graph';
import { convRelu } from '../blocks/convNorm';
import type { Bypass, FireOptions } from '../blocks/fire';
import { fire } from '../blocks/fire';
import { classesOption, defineModel, resolutionOption } from './model';

type Row = { readonly block: string; readonly fire?: readonly [squeeze: number, expand1x1: number, expand3x3: number] };

const pool: Row = { block: 'pool' };
const fires = {
  fire2: [16, 64, 64],
  fire3: [16, 64, 64],
  fire4: [32, 128, 128],
  fire5: [32, 128, 128],
  fire6: [48, 192, 192],
  fire7: [48, 192, 192],
  fire8: [64, 256, 256],
  fire9: [64, 256, 256],
} as const;

function fireRow(block: keyof typeof fires): Row {
  return { block, fire: fires[block] };
}

/** https://arxiv.org/abs/1602.07360, Table 1, and the authors' SqueezeNet_v1.1: the same modules, pools moved forward. */
const versions: Readonly<
  Record<'1.0' | '1.1', { stem: { outChannels: number; kernel: number }; rows: readonly Row[] }>
> = {
  '1.0': {
    stem: { outChannels: 96, kernel: 7 },
    rows: [
      pool,
      fireRow('fire2'),
      fireRow('fire3'),
      fireRow('fire4'),
      pool,
      fireRow('fire5'),
      fireRow('fire6'),
      fireRow('fire7'),
      fireRow('fire8'),
      pool,
      fireRow('fire9'),
    ],
  },
  '1.1': {
    stem: { outChannels: 64, kernel: 3 },
    rows: [
      pool,
      fireRow('fire2'),
      fireRow('fire3'),
      pool,
      fireRow('fire4'),
      fireRow('fire5'),
      pool,
      fireRow('fire6'),
      fireRow('fire7'),
      fireRow('fire8'),
      fireRow('fire9'),
    ],
  },
};

/**
 * AlexNet's accuracy with a fiftieth of its params: mostly 1x1 filters, few input channels for the 3x3 ones, late pooling.
 * Follows torchvision (ceil-mode pools, no padding on the first convolution).
 */
export const squeezeNet = defineModel({
  id: 'squeezenet',
  name: 'SqueezeNet',
  year: 2016,
  paper: {
    title: 'SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size',
    url: 'https://arxiv.org/abs/1602.07360',
  },
  role: 'light',
  options: {
    version: { kind: 'choice', role: 'structure', default: '1.0', values: ['1.0', '1.1'] },
    bypass: { kind: 'choice', role: 'structure', default: 'none', values: ['none', 'simple', 'complex'] },
    resolution: resolutionOption(224, 48),
    classes: classesOption,
  },
  logits: (image, { version, bypass, classes }) => {
    const { stem, rows } = versions[version];
    let flow: Node = convRelu('conv1', image, { ...stem, stride: 2, padding: 'valid' });
    let pools = 0;
    for (const row of rows) {
      if (row.fire === undefined) {
        pools += 1;
        flow = maxPool(`pool${String(pools)}`, flow, { kernel: 3, stride: 2, ceilMode: true });
        continue;
      }
      const [squeeze, expand1x1, expand3x3] = row.fire;
      const options: FireOptions = { squeeze, expand1x1, expand3x3 };
      flow = fire(row.block, flow, { ...options, bypass: bypassOf(flow, options, bypass) });
    }
    const dropped = dropout('dropout', flow, 0.5);
    const scores = activation(
      'conv10.activation',
      conv('conv10.conv', dropped, { outChannels: classes, kernel: 1, bias: true }),
      'relu',
    );
    return globalAveragePool('pool10', scores);
  },
});

/** Simple: the identity if the channels match. Complex: also a 1x1 convolution if they do not (section 6). */
function bypassOf(from: Node, { expand1x1, expand3x3 }: FireOptions, bypass: 'none' | 'simple' | 'complex'): Bypass {
  if (bypass === 'none') return 'none';
  if (from.shape.channels === expand1x1 + expand3x3) return 'identity';
  return bypass === 'complex' ? 'conv' : 'none';
}
