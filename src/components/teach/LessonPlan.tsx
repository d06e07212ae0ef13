import { Trans, useLingui } from '@lingui/react/macro';
import { PageLink } from '../ui/PageLink';
import { inventoryTask } from './inventoryTask';
import { addressOf, type Plan, type Shown } from './plans';
import styles from './TeachPage.module.css';

/** A plan as a table: minute, what to show, what the class does, what they will guess. */
export function LessonPlan({ plan }: { readonly plan: Plan }) {
  const { i18n, t } = useLingui();
  return (
    <>
      <table className={styles.plan} data-table={i18n._(plan.title)}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Minute</Trans>
            </th>
            <th scope="col">
              <Trans>What to show</Trans>
            </th>
            <th scope="col">
              <Trans>The class</Trans>
            </th>
            <th scope="col">
              <Trans>What they will guess, and why</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map(({ minute, show, does, guess }) => (
            <tr key={minute}>
              <th scope="row">{minute}</th>
              <td data-head={t`What to show`}>
                {show.map((each) => (
                  <ShownPage key={i18n._(each.label)} shown={each} />
                ))}
              </td>
              <td data-head={t`The class`}>{i18n._(does)}</td>
              <td data-head={t`They guess`}>{guess === undefined ? null : i18n._(guess)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.discussion}>
        <h3>
          <Trans>To discuss</Trans>
        </h3>
        <ul>
          {plan.discussion.map((question) => {
            const text = i18n._(question);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      </div>
    </>
  );
}

/** A page to show: to read, and straight on the wall where it can be presented. */
function ShownPage({ shown }: { readonly shown: Shown }) {
  const { i18n, t } = useLingui();
  const label = i18n._(shown.label);
  return (
    <span className={styles.shown}>
      <PageLink to={shown.given === undefined ? addressOf(shown, 'page') : inventoryTask(shown.given, label)}>
        {label}
      </PageLink>
      {shown.screen === undefined ? null : (
        <PageLink to={addressOf(shown, 'screen')} className={styles.present} aria-label={t`Present: ${label}`}>
          <Trans>Present</Trans>
        </PageLink>
      )}
    </span>
  );
}
