import { useLingui } from '@lingui/react/macro';
import { filterNames, type OutputName, type PhotoKind, type PhotoLayer } from '../../../viz/chapters/photoKernels';

export function useKindNames(): Readonly<Record<PhotoKind, string>> {
  const { t } = useLingui();
  return { standard: t`Standard`, depthwise: t`Depthwise`, pointwise: t`Pointwise`, grouped: t`Grouped` };
}

/** What the input and output channels of a layer are. */
export function useChannelNames({ reads, kind, outputs }: PhotoLayer): {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
} {
  const { t } = useLingui();
  const names: Readonly<Record<OutputName, string>> = {
    horizontalEdges: t`horizontal edges`,
    verticalEdges: t`vertical edges`,
    outlines: t`outlines`,
    blur: t`blur`,
    lightness: t`lightness`,
    redGreen: t`red − green`,
    yellowBlue: t`yellow − blue`,
    mean: t`mean`,
  };
  const filters = filterNames.map((name) => names[name]);
  return {
    inputs: reads === 'photo' ? [t`red`, t`green`, t`blue`] : filters,
    outputs:
      reads === 'photo'
        ? outputs.map((name) => names[name])
        : outputs.map((_, at) =>
            kind === 'grouped' ? `${String(at + 1)} ${at < 2 ? 'A' : 'B'}` : (filters[at] ?? ''),
          ),
  };
}
