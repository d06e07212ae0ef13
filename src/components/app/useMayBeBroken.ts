import { useEffect, useState } from 'react';
import { brokenChoices, storedText } from '../../browserStorage';
import { measuredKeys } from '../../lab/measured/measuredKeys';
import { isAnythingKept } from '../../run/kept/isAnythingKept';

/** Whether this browser keeps anything that needs to be looked through; false until the page has been painted. */
export function useMayBeBroken(): boolean {
  const [mayBe, setMayBe] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      void isAnythingKept().then((isKept) => {
        const isMeasured = Object.values(measuredKeys).some((key) => storedText(key) !== null);
        setMayBe(isKept || isMeasured || brokenChoices().length > 0);
      });
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return mayBe;
}
