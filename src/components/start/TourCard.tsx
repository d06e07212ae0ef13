import { Trans, useLingui } from '@lingui/react/macro';
import { tourAddress, tourSteps } from '../explain/tour/tourSteps';
import styles from './TourCard.module.css';
import { PageLink } from '../ui/PageLink';

/** The way into the tour, and its ten figures, each to begin at. */
export function TourCard() {
  const { i18n } = useLingui();
  return (
    <section className={styles.tour} aria-labelledby="tour">
      <div>
        <h2 id="tour">
          <Trans>Ten-minute tour</Trans>
        </h2>
        <p>
          <Trans>Ten figures, one press each, nothing to know beforehand.</Trans>
        </p>
        <PageLink to={tourAddress(1)} className={styles.go}>
          <Trans>Take the tour</Trans>
        </PageLink>
      </div>
      <ol className={styles.steps}>
        {tourSteps.map(({ title }, at) => (
          <li key={title.id}>
            <PageLink to={tourAddress(at + 1)}>{i18n._(title)}</PageLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
