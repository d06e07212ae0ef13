/** What the app holds while one network shows one still picture. */
export type Census = {
  readonly tensors: number;
  /** Created and not destroyed, by any code. */
  readonly gpuBuffers: number;
  readonly workers: number;
  /** JavaScript heap of the page and all workers after a garbage collection. */
  readonly heapBytes: number;
};

/** Max heap growth that passes as noise. */
const maxGrowth = 0.05;

export const tableHead = '| | tensors | GPU buffers | workers | heap, MB |\n| --- | --: | --: | --: | --: |';

export function rowOf(name: string, { tensors, gpuBuffers, workers, heapBytes }: Census): string {
  return `| ${[name, tensors, gpuBuffers, workers, (heapBytes / 1e6).toFixed(2)].join(' | ')} |`;
}

/** Sound when there are as many tensors, GPU buffers and workers as before and the heap has grown by less than 5 %. */
export function verdictOf(first: Census, last: Census): { readonly text: string; readonly isSound: boolean } {
  const growth = last.heapBytes / first.heapBytes - 1;
  const left = (['tensors', 'gpuBuffers', 'workers'] as const).filter((count) => first[count] !== last[count]);
  const isSound = left.length === 0 && growth < maxGrowth;
  const counts = left.length === 0 ? 'every count is where it began' : `${left.join(', ')}: not where they began`;
  return { text: `${counts}; the heap has grown by ${(growth * 100).toFixed(1)} % (wanted less than 5 %)`, isSound };
}
