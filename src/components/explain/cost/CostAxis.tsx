import { useLingui } from '@lingui/react/macro';
import { ChoiceControl } from '../../ui/ChoiceControl';

/** The costs that a chart can have on its axis. */
export const costAxes = ['macs', 'params', 'memoryAccess'] as const;

export type CostAxis = (typeof costAxes)[number];

export function useCostAxisNames(): Readonly<Record<CostAxis, string>> {
  const { t } = useLingui();
  return { macs: t`MACs`, params: t`Params`, memoryAccess: t`Memory access cost, elements` };
}

type CostAxisChoiceProps = { readonly value: CostAxis; readonly onChange: (axis: CostAxis) => void };

/** Chooses the cost on a chart's axis. */
export function CostAxisChoice({ value, onChange }: CostAxisChoiceProps) {
  const { t } = useLingui();
  const names = { ...useCostAxisNames(), memoryAccess: t`Memory access` };
  return (
    <ChoiceControl
      label={t`Against`}
      labelled="hidden"
      options={costAxes.map((axis) => ({ value: axis, label: names[axis] }))}
      value={value}
      onChange={onChange}
    />
  );
}
