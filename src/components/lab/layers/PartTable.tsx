import { useLingui } from '@lingui/react/macro';
import type { TimedPart } from '../../../nets/measurements/timedLayers';
import { describe } from '../../../nets/readings/table';
import { millisecondsText, percentText, shortNumberText } from '../../ui/numberText';
import styles from './Layers.module.css';

/** What the rows are ordered by: the network's own order, or a share, largest first. */
export const sortings = ['order', 'time', 'macs', 'memory'] as const;
export type Sorting = (typeof sortings)[number];

export function sortedParts(parts: readonly TimedPart[], sorting: Sorting): readonly TimedPart[] {
  if (sorting === 'order') return parts;
  const share = { time: 'timeShare', macs: 'macsShare', memory: 'memoryAccessShare' } as const;
  const key = share[sorting];
  return parts.toSorted((a, b) => b[key] - a[key]);
}

type PartTableProps = {
  readonly parts: readonly TimedPart[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

/** Three bars a part: its share of the time, of the multiply-adds, and of the memory access, all on one scale. */
export function PartTable({ parts, selected, onSelect }: PartTableProps) {
  const { i18n, t } = useLingui();
  const most = Math.max(...parts.flatMap((part) => [part.timeShare, part.macsShare, part.memoryAccessShare]));
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t`Part`}</th>
          <th scope="col">{t`Time`}</th>
          <th scope="col">{t`MACs`}</th>
          <th scope="col">{t`Memory access`}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.id} data-part={part.id} data-selected={part.id === selected}>
            <th scope="row">
              <button
                type="button"
                className={styles['name']}
                aria-pressed={part.id === selected}
                onClick={() => {
                  onSelect(part.id);
                }}
              >
                {part.id}
              </button>
              <span className={styles['detail']}>
                {part.nodes.length < 3 ? part.nodes.map(describe).join(', ') : ''}
              </span>
            </th>
            <Share
              share={part.timeShare}
              most={most}
              tone="time"
              detail={`${millisecondsText(part.timeMs.median, i18n.locale)} ms`}
            />
            <Share share={part.macsShare} most={most} tone="macs" detail={shortNumberText(part.macs, i18n.locale)} />
            <Share
              share={part.memoryAccessShare}
              most={most}
              tone="memory"
              detail={shortNumberText(part.memoryAccess, i18n.locale)}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ShareProps = {
  readonly share: number;
  readonly most: number;
  readonly tone: 'time' | 'macs' | 'memory';
  readonly detail: string;
};

function Share({ share, most, tone, detail }: ShareProps) {
  const { i18n } = useLingui();
  return (
    <td data-figure={tone} data-value={share}>
      <span className={styles['share']}>{percentText(share, i18n.locale)}</span>{' '}
      <span className={styles['aside']}>{detail}</span>
      <span className={styles['track']} aria-hidden="true">
        <span className={styles['fill']} data-tone={tone} style={{ inlineSize: `${String((100 * share) / most)}%` }} />
      </span>
    </td>
  );
}
