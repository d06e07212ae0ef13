import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tool } from '../../../nets/readings/toolCount';

/** A tool that counts a network's PyTorch code, and what makes its numbers differ from the others'. */
type CountingTool = {
  readonly tool: Tool;
  /** Its name, the same in every language. */
  readonly name: string;
  /** The word that it prints. */
  readonly word: string;
  readonly note: MessageDescriptor;
  readonly source: string;
};

export const countingTools: readonly CountingTool[] = [
  {
    tool: 'ptflops',
    name: 'ptflops',
    word: 'MACs',
    note: msg`Also biases, norms, ReLU and pools, but not sums and gates. A ReLU or pool that is a module counts twice, as the module and as the function that it calls; ReLU6 once, hard swish never.`,
    source: 'https://github.com/sovrasov/flops-counter.pytorch/blob/master/ptflops/pytorch_ops.py',
  },
  {
    tool: 'fvcore',
    name: 'fvcore',
    word: 'flops',
    note: msg`One per multiply-add, two per value of a norm, one per value that a global pool reads; no biases, activations or other pools.`,
    source: 'https://github.com/facebookresearch/fvcore/blob/main/fvcore/nn/flop_count.py',
  },
  {
    tool: 'torchinfo',
    name: 'torchinfo',
    word: 'mult-adds',
    note: msg`Also biases, one per output value. A norm counts its learned values once, whatever the size of its map.`,
    source: 'https://github.com/TylerYep/torchinfo/blob/main/torchinfo/layer_info.py',
  },
  {
    tool: 'thop',
    name: 'thop',
    word: 'MACs',
    note: msg`Also four per value of a norm, and global pools that are modules; no biases, activations or max pools.`,
    source: 'https://github.com/Lyken17/pytorch-OpCounter/blob/master/thop/vision/calc_func.py',
  },
  {
    tool: 'deepspeed',
    name: 'DeepSpeed',
    word: 'flops',
    note: msg`Two per multiply-add; also biases of convolutions, norms, ReLU and pools, but not ReLU6 and hard swish. The MACs that it prints are plain multiply-adds.`,
    source: 'https://github.com/deepspeedai/DeepSpeed/blob/master/deepspeed/profiling/flops_profiler/profiler.py',
  },
];
