import { useLingui } from '@lingui/react/macro';
import { inceptionSteps } from '../../../nets/explorables/inceptionWalk';
import { Opening } from '../../explain/page/Opening';
import { InceptionMorphPicture } from './InceptionMorphPicture';
import styles from './XceptionOpening.module.css';

/** The branches of an Inception module become a kernel for each channel, step by step. */
export function XceptionOpening() {
  const { t } = useLingui();
  const name = t`The branches of an Inception module become one kernel for each channel`;
  return (
    <Opening title={t`From four branches to one kernel per channel`} durationMs={3600}>
      {(progress, width) => {
        const step = inceptionSteps[Math.min(Math.floor(progress * 4), 3)] ?? 'extreme';
        return (
          <div className={styles.room}>
            <InceptionMorphPicture step={step} name={name} width={width} />
          </div>
        );
      }}
    </Opening>
  );
}
