import { Credits } from '../ui/Credits';
import styles from './Footer.module.css';

/** Licences and credits. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <Credits />
      </div>
    </footer>
  );
}
