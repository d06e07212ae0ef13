import { useLingui } from '@lingui/react/macro';
import { mirroredResidual } from '../../../nets/explorables/mirroredResidual';
import { expectedCollapse } from '../../../viz/chapters/narrowFeatures';
import { AskedBars } from '../../explain/lesson/AskedBars';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { GuessNumber } from '../../explain/lesson/GuessNumber';
import { percentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { mobileNetV2Lesson } from './lesson';
import { MirrorPicture } from './MirrorPicture';

/** How much of the plane do three channels lose? */
export function LostGuess() {
  const { i18n, t } = useLingui();
  return (
    <GuessNumber
      of={mobileNetV2Lesson.predictions.p1}
      figure={({ isOpen, guess }) => (
        <AskedBars
          label={t`Lost on average`}
          tone="plain"
          format={(value) => percentText(value / 100, i18n.locale)}
          bars={[
            { id: '2', label: 'n = 2', value: 100 * expectedCollapse(2) },
            { id: '3', label: 'n = 3', value: 100 * expectedCollapse(3), isAsked: true },
          ]}
          isOpen={isOpen}
          guess={guess}
        />
      )}
    />
  );
}

const { block } = mirroredResidual.at({});

/** Which activation follows the projection? The slot is in the block's picture. */
export function ProjectionGuess() {
  const { t } = useLingui();
  const names = { relu6: 'ReLU6', relu: 'ReLU', none: t`none` };
  return (
    <GuessChoice
      of={mobileNetV2Lesson.predictions.p5}
      figure={({ isOpen, guess }) => {
        const missed = isOpen && guess !== undefined && guess !== 'none' ? names[guess] : undefined;
        const slot = isOpen ? names.none : guess === undefined ? '?' : `${names[guess]}?`;
        return (
          <Sized>
            {(width) => (
              <MirrorPicture
                graph={block}
                name={t`An inverted residual`}
                maxChannels={144}
                width={width}
                activations={['ReLU6', 'ReLU6', slot]}
                {...(missed === undefined ? {} : { missed })}
              />
            )}
          </Sized>
        );
      }}
    />
  );
}
