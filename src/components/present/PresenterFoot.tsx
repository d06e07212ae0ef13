import { Trans, useLingui } from '@lingui/react/macro';
import { Icon } from '../ui/Icon';
import styles from './Presenter.module.css';
import type { PresenterAct } from './presenterKeys';
import type { Screen } from './screens';
import { useStopwatch, useStopwatchText } from './useStopwatch';

type PresenterFootProps = {
  readonly screens: readonly Screen<HTMLElement>[];
  readonly position: number;
  readonly acts: Readonly<Record<PresenterAct, () => void>>;
};

/** Where the presentation is, what the keys do, and the time. Each key is a button as well. */
export function PresenterFoot({ screens, position, acts }: PresenterFootProps) {
  const { t } = useLingui();
  const number = position + 1;
  const count = screens.length;
  const section = screens[position]?.section?.title ?? '';
  return (
    <footer className={styles.foot} data-presenter="foot">
      <span className={styles.dots} role="img" aria-label={t`Screen ${number} of ${count}`}>
        {screens.map(({ id }, index) => (
          <span key={id} data-now={index === position} />
        ))}
      </span>
      <span className={styles.section}>{section}</span>
      <div className={styles.keys}>
        <Key act={acts.before} name={t`Previous screen`}>
          <Icon name="chevronLeft" />
        </Key>
        <Key act={acts.next} name={t`Next screen`}>
          <Icon name="chevronRight" />
        </Key>
        <Key act={acts.reveal} letter="R">
          <Trans>reveal</Trans>
        </Key>
        <Key act={acts.code} letter="Q">
          <Trans>code</Trans>
        </Key>
        <Key act={acts.black} letter="B">
          <Trans>black</Trans>
        </Key>
        <Key act={acts.leave} letter="Esc">
          <Trans>leave</Trans>
        </Key>
      </div>
      <Clock act={acts.time} />
    </footer>
  );
}

type KeyProps = {
  readonly act: () => void;
  readonly name?: string;
  readonly letter?: string;
  readonly children: React.ReactNode;
};

function Key({ act, name, letter, children }: KeyProps) {
  return (
    <button
      type="button"
      className={styles.key}
      {...(name === undefined ? {} : { 'aria-label': name })}
      onClick={(event) => {
        // The keys go on to lead.
        event.currentTarget.blur();
        act();
      }}
    >
      <kbd>{letter ?? children}</kbd>
      {letter === undefined ? null : children}
    </button>
  );
}

/** Counts the time of the lesson. */
function Clock({ act }: { readonly act: () => void }) {
  const { t } = useLingui();
  const text = useStopwatchText();
  const runs = useStopwatch(({ startedAt }) => startedAt !== undefined);
  return (
    <button
      type="button"
      className={styles.clock}
      data-runs={runs}
      aria-label={runs ? t`Time ${text}: stop` : t`Time ${text}: start`}
      title={t`T starts and stops, Shift+T sets to zero`}
      onClick={(event) => {
        event.currentTarget.blur();
        act();
      }}
    >
      {text}
    </button>
  );
}
