import { useLingui } from '@lingui/react/macro';
import type { Guideline, Variant } from '../../../nets/explorables/guidelineExperiments';

export type VariantName = {
  readonly name: string;
  /** Channels, if they differ between the networks. */
  readonly detail: string;
};

/** The names of an experiment's networks, in the page's language. */
export function useVariantNames(guideline: Guideline): (variant: Variant) => VariantName {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    one: t`1 convolution`,
    twoInSeries: t`2 in series`,
    fourInSeries: t`4 in series`,
    twoInParallel: t`2 in parallel`,
    fourInParallel: t`4 in parallel`,
    reluAndShortcut: t`both`,
    relu: t`ReLU only`,
    shortcut: t`shortcut only`,
    neither: t`neither`,
  };
  return ({ id, graph }) => {
    const channels = graph.input.shape.channels;
    switch (guideline) {
      case 'g1': {
        const second = graph.nodes[1]?.shape.channels ?? channels;
        return { name: id, detail: t`${channels} and ${second} channels` };
      }
      case 'g2':
        return { name: id === '1' ? t`1 group` : t`${id} groups`, detail: t`${channels} channels` };
      case 'g3':
        return { name: names[id] ?? id, detail: t`${channels} channels` };
      case 'g4':
        return { name: names[id] ?? id, detail: '' };
    }
  };
}
