import { useLingui } from '@lingui/react/macro';
import { mixedKernels, sharedKernelOf, type Kernel, type SharedKernel } from '../../../viz/chapters/sharedKernel';
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
      figure={({ isOpen, guess }) => (
        <Sized>
          {(width) => (
            <SharedKernelPicture
              bank={bank}
              width={width}
              kept={percentText(bank.kept, i18n.locale, 0)}
              isAsked={!isOpen}
              guessed={isOpen ? guessedBy(guess, bank) : undefined}
            />
          )}
        </Sized>
      )}
    />
  );
}

/** What the outputs would have by a wrong guess. */
function guessedBy(guess: string | undefined, { wanted }: SharedKernel): readonly Kernel[] | undefined {
  if (guess === 'both') return wanted;
  return guess === 'mixture' ? mixedKernels() : undefined;
}
