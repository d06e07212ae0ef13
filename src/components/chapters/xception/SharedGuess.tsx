import { useLingui } from '@lingui/react/macro';
import { sharedKernelOf } from '../../../viz/chapters/sharedKernel';
import { GuessChoice } from '../../explain/lesson/GuessChoice';
import { percentText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { xceptionLesson } from './lesson';
import { SharedKernelPicture } from './SharedKernelPicture';

/** Four edges and four blurs, and one kernel for all eight. */
export function SharedGuess() {
  const { i18n } = useLingui();
  const bank = sharedKernelOf('edgeAndBlur');
  return (
    <GuessChoice
      of={xceptionLesson.predictions.p5}
      figure={({ isOpen }) => (
        <Sized>
          {(width) => (
            <SharedKernelPicture
              bank={bank}
              width={width}
              kept={percentText(bank.kept, i18n.locale, 0)}
              isAsked={!isOpen}
            />
          )}
        </Sized>
      )}
    />
  );
}
