import styles from './Shell.module.css';

/** Stands for the first page until its script is here; keeps hidden what comes after a page, which would jump. */
export function Opening() {
  return <div className={styles.opening} />;
}
