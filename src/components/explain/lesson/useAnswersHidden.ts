import { answersHidden, answersParameter } from '../../ui/address/keptQuery';
import { oneOf } from '../../ui/address/parsers';
import { useAddressValue } from '../../ui/address/useAddress';

const parser = oneOf(['shown', answersHidden]).withDefault('shown');

/** Whether the answers of a chapter's end and of its experiments to try are hidden: a teacher's choice, part of the link that a class gets. */
export function useAnswersHidden(): readonly [isHidden: boolean, hide: (isHidden: boolean) => void] {
  const [answers, setAnswers] = useAddressValue(answersParameter, parser);
  return [answers === answersHidden, (isHidden) => void setAnswers(isHidden ? answersHidden : 'shown')];
}
