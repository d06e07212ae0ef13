import { useLingui } from '@lingui/react/macro';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import type { Counted } from '../../nets/readings/cost';
import type { PartCost } from '../../nets/readings/networkParts';
import type { OutlineFigure } from '../../nets/readings/outline';
import { costFigures } from '../explain/cost/costFigures';
import { useConvention } from '../explain/cost/useConvention';
import { useCostNames } from '../explain/network/useCostNames';
import { exactNumberText, shortNumberText } from '../ui/numberText';
import styles from './CostCards.module.css';

type CostCardsProps = {
  readonly counted: Counted;
  /** The figure that pictures and table show. */
  readonly figure: OutlineFigure;
  readonly onChoose: (cost: PartCost) => void;
};

const costs = ['params', 'macs', 'memoryAccess'] as const;

/** The three costs of the whole network under the page's convention; the chosen one colours the pictures. */
export function CostCards({ counted, figure, onChoose }: CostCardsProps) {
  const { i18n, t } = useLingui();
  const [convention] = useConvention();
  const names = useCostNames();
  const { params, operations, memoryAccess } = costFigures(counted, convention);
  const values = { params, macs: operations, memoryAccess };
  const exactTexts: Readonly<Record<PartCost, (exact: string) => string>> = {
    params: (exact) => exact,
    macs: (exact) => t`${exact} for one image`,
    memoryAccess: (exact) => t`${exact} elements`,
  };
  return (
    <RadioGroup
      orientation="horizontal"
      value={figure}
      onChange={(chosen) => {
        const cost = costs.find((candidate) => candidate === chosen);
        if (cost !== undefined) onChoose(cost);
      }}
    >
      <Label className={styles.label}>{t`Cost shown by colour`}</Label>
      <div className={styles.cards}>
        {costs.map((cost) => (
          <RadioField key={cost} value={cost} className={styles.field}>
            <RadioButton className={`${styles.card} ${styles[cost]}`}>
              <span className={styles.name}>{names[cost]}</span>
              <b className={styles.value} data-cost={cost} data-value={values[cost]}>
                {shortNumberText(values[cost], i18n.locale)}
              </b>
              <span className={styles.exact}>{exactTexts[cost](exactNumberText(values[cost], i18n.locale))}</span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
