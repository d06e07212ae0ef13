import { openingScreen, presentParameter } from '../present/presentParameter';
import { pushQuery } from './HashState';

/** Shows the page screen by screen, from its opening on. */
export function present(): void {
  pushQuery(presentParameter, openingScreen);
}
