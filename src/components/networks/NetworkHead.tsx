import { useLingui } from '@lingui/react/macro';
import { parseAsString, useQueryStates } from 'nuqs';
import { CatalogueSelect } from '../explain/network/CatalogueSelect';
import { OptionControls } from '../explain/network/OptionControls';
import type { NetworkChoice } from '../explain/network/useNetworkChoice';
import styles from './NetworkHead.module.css';
import { rareRoles } from '../explain/network/optionRoles';

/** What the address holds about parts, which another network does not have. */
const partParsers = { at: parseAsString, layer: parseAsString, open: parseAsString };
const noParts = { at: null, layer: null, open: null };

/** The network's name, which opens the list of all, and what makes it another one beside it. */
export function NetworkHead({ choice: { network, choose } }: { readonly choice: NetworkChoice }) {
  const { t } = useLingui();
  const [, setParts] = useQueryStates(partParsers);
  const { model, choice } = network;
  return (
    <header className={styles.head}>
      <div role="heading" aria-level={1} className={styles.name}>
        <CatalogueSelect
          label={t`Network`}
          labelled="hidden"
          network={network}
          onChoose={(wanted) => {
            void setParts(noParts);
            choose(wanted);
          }}
        />
      </div>
      <div className={styles.options}>
        <OptionControls
          model={model}
          choice={choice}
          without={rareRoles}
          onChoose={(wanted) => {
            choose({ model, choice: wanted });
          }}
        />
      </div>
    </header>
  );
}
