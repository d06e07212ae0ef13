import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { builtGraph } from '../../../nets/models/model';
import { xception } from '../../../nets/models/xception';
import { costOf } from '../../../nets/readings/cost';
import { networkParts, type PartCost } from '../../../nets/readings/networkParts';
import { NetworkStrip } from '../../explain/network/NetworkStrip';
import { useCostNames } from '../../explain/network/useCostNames';
import type { Exploration } from '../../explain/exploration/useExploration';
import { oneOf } from '../../ui/address/parsers';
import { useAddress } from '../../ui/address/useAddress';
import { ChoiceControl } from '../../ui/ChoiceControl';
import styles from './WholeNetwork.module.css';

const costs = ['macs', 'params', 'memoryAccess'] as const satisfies readonly PartCost[];
const parsers = { cost: oneOf(costs).withDefault('macs') };
const urlKeys = { cost: 'whole.cost' };

/** All of Xception to scale; choosing a part opens its module below. */
export function WholeNetwork({ flow }: { readonly flow: Exploration<'module' | 'width'> }) {
  const { t } = useLingui();
  const names = useCostNames();
  const [{ cost }, setQuery] = useAddress(parsers, urlKeys);
  const [path, setPath] = useState<string | undefined>(undefined);
  const parts = useMemo(() => networkParts(costOf(builtGraph(xception)).layers), []);
  const select = (id: string) => {
    setPath(id);
    const module = moduleOf(id);
    if (module !== undefined) flow.choose({ module });
  };
  return (
    <div className={styles.card}>
      <ChoiceControl
        label={t`Show the share of`}
        options={costs.map((value) => ({ value, label: names[value] }))}
        value={cost}
        onChange={(value) => void setQuery({ cost: value })}
      />
      <NetworkStrip
        name={t`Xception, the whole network`}
        fileName="xception-whole"
        parts={parts}
        cost={cost}
        selected={path ?? pathOf(String(flow.values['module']))}
        onSelect={select}
      />
    </div>
  );
}

/** The module of the workbench below that a part of the network is one of. */
function moduleOf(partId: string): string | undefined {
  if (partId.startsWith('entry')) return 'entry';
  if (partId.startsWith('middle')) return 'middle';
  if (partId.startsWith('exit.module1')) return 'exit1';
  return partId.startsWith('exit') ? 'exit2' : undefined;
}

function pathOf(module: string): string {
  return module.startsWith('exit') ? `exit.module${module.slice(4)}` : module;
}
