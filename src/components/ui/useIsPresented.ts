import { parseAsString, useQueryState } from 'nuqs';
import { presentParameter } from './presentParameter';

const parser = parseAsString.withDefault('');

/** Whether the page is shown screen by screen, where a picture may have to be lower than on a page. */
export function useIsPresented(): boolean {
  const [screen] = useQueryState(presentParameter, parser);
  return screen !== '';
}
