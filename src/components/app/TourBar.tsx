import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { steps } from '../../nets/steps';
import { tourParameter } from '../explain/tour/tourParameter';
import { pressedAddress, tourAddress, tourSteps } from '../explain/tour/tourSteps';
import { useKeepingAddress } from '../ui/address/keptQuery';
import { oneOfNumbers } from '../ui/address/parsers';
import { useAddressValue } from '../ui/address/useAddress';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { useWatchedQuery } from './HashState';
import styles from './TourBar.module.css';

const parser = oneOfNumbers(steps(1, tourSteps.length)).withDefault(1);

/**
 * The guide of the tour at the foot of the window: what to see, the one press of this figure, and the way on. Its main button
 * keeps the focus from figure to figure, so that Enter alone leads through; Escape leaves.
 */
export function TourBar() {
  const { t, i18n } = useLingui();
  const [number] = useAddressValue(tourParameter, parser);
  const go = useNavigate();
  const keeping = useKeepingAddress();
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  const step = tourSteps[number - 1];
  const changes = Object.entries(step?.press.query ?? {});
  const query = useWatchedQuery(changes.map(([key]) => key));
  useEffect(() => {
    bar.current?.querySelector<HTMLElement>('[data-main] button')?.focus({ preventScroll: true });
  }, []);
  if (step === undefined) return null;
  const { title, press } = step;
  const count = tourSteps.length;
  const pressed = changes.every(([key, value]) => query.get(key) === value) ? press : undefined;
  const to = (address: string) => () => void go(keeping(address));
  const leave = to(pathname);
  const main =
    pathname !== step.path
      ? { label: t`Back to the tour`, act: to(tourAddress(number)) }
      : press !== pressed
        ? { label: i18n._(press.label), act: to(pressedAddress(number)) }
        : number < count
          ? { label: t`Next figure`, act: to(tourAddress(number + 1)) }
          : { label: t`To the course`, act: to('/?at=course') };
  return (
    <section
      ref={bar}
      className={styles.bar}
      aria-label={t`Ten-minute tour`}
      data-keeps-focus
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave();
      }}
    >
      <div className={styles.words} role="status">
        <p className={styles.title}>
          <span className={styles.number}>{t`${number} of ${count}`}</span> {i18n._(title)}
        </p>
        <p>{i18n._((pressed ?? step).say)}</p>
      </div>
      <div className={styles.buttons}>
        {number > 1 ? (
          <Button look="quiet" icon="chevronLeft" onPress={to(tourAddress(number - 1))}>
            <Trans>Back</Trans>
          </Button>
        ) : null}
        <span data-main>
          <Button look="primary" onPress={main.act}>
            {main.label}
          </Button>
        </span>
        <IconButton icon="close" label={t`Leave the tour`} onPress={leave} />
      </div>
    </section>
  );
}
