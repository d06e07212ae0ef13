import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { isKept, preparing, type Item } from '../../lab/prepare/preparing';
import { Icon } from '../ui/Icon';
import { bytesText } from '../ui/numberText';
import styles from './PreparePage.module.css';
import { useItemTitles } from './useItemTitles';

/** What there is to keep, with its size and whether it is kept. */
export function ItemList({ items, isKnown }: { readonly items: readonly Item[]; readonly isKnown: boolean }) {
  const { t, i18n } = useLingui();
  const current = useStore(preparing, (state) => state.current);
  const titles = useItemTitles(items);
  const stateText = (item: Item, index: number): string => {
    if (isKept(item)) return t`kept`;
    if (index !== current) return item.fault === null ? t`not kept` : t`failed`;
    const loaded = bytesText(item.keptBytes, i18n.locale);
    return t`${loaded} so far`;
  };
  return (
    <ol className={styles.items} aria-busy={!isKnown}>
      {items.map((item, index) => (
        <li key={titles[index]} data-kept={isKept(item)}>
          <span className={styles.title}>{titles[index]}</span>
          <span className={styles.size}>{bytesText(item.bytes, i18n.locale)}</span>
          <span className={styles.state}>
            {isKept(item) ? <Icon name="check" /> : item.fault === null ? null : <Icon name="warning" />}
            {stateText(item, index)}
          </span>
        </li>
      ))}
    </ol>
  );
}
