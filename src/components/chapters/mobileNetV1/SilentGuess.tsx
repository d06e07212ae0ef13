import { useLingui } from '@lingui/react/macro';
import firstLayers from '../../../viz/chapters/firstLayers.json';
import { channelBoundsOf } from '../../../viz/chapters/silentChannels';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { exactNumberText } from '../../ui/numberText';
import { mobileNetV1Lesson, silentCount } from './lesson';
import { MapContactSheet } from './MapContactSheet';
import styles from './SplitSection.module.css';
import { useFirstMaps } from './useFirstMaps';

/** The maps of one photo: how many of the blank ones are blank for every photo? */
export function SilentGuess() {
  const { i18n, t } = useLingui();
  const maps = useFirstMaps();
  return (
    <GuessNumber
      of={mobileNetV1Lesson.predictions.p7}
      figure={({ isOpen, guess }) => (
        <div className={styles.asked}>
          <MapContactSheet maps={maps} bounds={bounds} isAsked={!isOpen} />
          <AskedBars
            label={t`Channels`}
            tone="plain"
            format={(value) => exactNumberText(value, i18n.locale)}
            isOpen={isOpen}
            guess={guess}
            bars={[
              { id: 'channels', label: t`all channels`, value: bounds.length },
              { id: 'silent', label: t`zero for every image`, value: silentCount, isAsked: true },
            ]}
          />
        </div>
      )}
    />
  );
}

const bounds = channelBoundsOf(firstLayers);
