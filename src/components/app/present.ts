import { openingScreen, presentParameter } from '../ui/presentParameter';
import { pushQuery } from './HashState';

/** Shows the page screen by screen, from its opening on. */
export function present(): void {
  pushQuery(presentParameter, openingScreen);
}
