import { useLingui } from '@lingui/react/macro';
import styles from './Presenter.module.css';

/** Nothing, until it is pressed: the class looks at the speaker. */
export function BlackScreen({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useLingui();
  return (
    <button
      type="button"
      className={styles.black}
      data-presenter="cover"
      aria-label={t`Black screen: show it again`}
      onClick={onLeave}
    />
  );
}
