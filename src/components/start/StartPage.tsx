import { Trans } from '@lingui/react/macro';
import { Suspense } from 'react';
import { late } from '../ui/late';
import { Doors } from './Doors';
import { LivingPicture } from './LivingPicture';
import styles from './StartPage.module.css';

// Below the first window.
const CourseMap = late(async () => (await import('./CourseMap')).CourseMap);
const TourCard = late(async () => (await import('./TourCard')).TourCard);

/** The first page: what this is, a network that looks at a photo, and where to go from here. */
export function StartPage() {
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <h1>
          <Trans>How small can a network be and still see?</Trans>
        </h1>
        <p className={styles.lede}>
          <Trans>
            Eight networks answered between 2016 and 2020. Take them apart, count what they cost and run them on your
            own camera, all in this browser.
          </Trans>
        </p>
      </header>
      <LivingPicture />
      <Doors />
      <div className={styles.below}>
        <Suspense fallback={<div className={styles.coming} />}>
          <CourseMap />
          <TourCard />
        </Suspense>
      </div>
    </article>
  );
}
