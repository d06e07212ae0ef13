import { useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import type { NetworkPart, PartCost } from '../../../nets/readings/networkParts';
import { sheetRows } from '../../../nets/readings/spreadsheet';
import { spendingOf } from '../../../viz/network/spending';
import { Figure } from '../../ui/Figure';
import { Sized } from '../../ui/Sized';
import { StripKey } from './StripKey';
import styles from './NetworkStrip.module.css';
import { StripPicture } from './StripPicture';
import { partColumns } from './partColumns';
import { useCostNames } from './useCostNames';
import { useSpendingText } from './useSpendingText';
import { useZoom } from './useZoom';
import { ZoomButtons } from './ZoomButtons';

type NetworkStripProps = {
  /** The network's name. */
  readonly name: string;
  /** File name without extension, and the figure's name in links. */
  readonly fileName: string;
  readonly parts: readonly NetworkPart[];
  /** The cost that colours the parts and has the bars. */
  readonly cost: PartCost;
  /** The path of what is chosen: a part, or a stage of several. */
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

/** Narrower places show a strip of this width, which scrolls sideways. */
const minWidth = 740;

/**
 * A whole network to scale, from the image to the classes, under a sentence that says where it spends a cost. Pointer, touch
 * and keyboard choose a part; buttons, keys and the wheel enlarge it.
 */
export function NetworkStrip({ name, fileName, parts, cost, selected, onSelect }: NetworkStripProps) {
  const { t } = useLingui();
  const textOf = useSpendingText();
  const costName = useCostNames()[cost];
  const scroller = useRef<HTMLDivElement>(null);
  const zoom = useZoom(scroller, selected);
  const finding = useMemo(() => spendingOf(parts, cost), [parts, cost]);
  return (
    <Figure
      title={textOf(finding, cost) ?? name}
      files={{ name: fileName, numbers: () => sheetRows(partColumns, parts) }}
      caption={t`To scale: across, channels; up, the height of the map. Colour and bars: ${costName}.`}
    >
      <div className={styles.tools}>
        <StripKey parts={parts} cost={cost} />
        <ZoomButtons zoom={zoom} />
      </div>
      <Sized>
        {(available) => (
          <div ref={scroller} className={styles.scroller}>
            <StripPicture
              name={name}
              parts={parts}
              cost={cost}
              width={Math.max(available, minWidth) * zoom.factor}
              selected={selected}
              onSelect={onSelect}
              onZoom={zoom.change}
            />
          </div>
        )}
      </Sized>
    </Figure>
  );
}
