import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';

const parser = oneOf(['shown', 'hidden']).withDefault('shown');

/** Whether the answers of a chapter's end and of its experiments to try are hidden: a teacher's choice, part of the link that a class gets. */
export function useAnswersHidden(): readonly [isHidden: boolean, hide: (isHidden: boolean) => void] {
  const [answers, setAnswers] = useAddressValue('answers', parser);
  return [answers === 'hidden', (isHidden) => void setAnswers(isHidden ? 'hidden' : 'shown')];
}
