import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { courseChapters } from '../../course/chapters';
import { ExplorePage, Prose, Section } from '../explain/page/ExplorePage';
import { Button } from '../ui/Button';
import { PageLink } from '../ui/PageLink';
import { Switch } from '../ui/Switch';
import { exam } from './exam';
import { inventoryTask } from './inventoryTask';
import { LessonPlan } from './LessonPlan';
import { plans } from './plans';
import styles from './TeachPage.module.css';
import { useWords } from '../explain/lesson/useWords';

/** Two lesson plans, an exam, the concept inventory and worksheets: what a teacher needs for tomorrow. */
export function TeachPage() {
  const { i18n, t } = useLingui();
  const planTitle = (minutes: number, title: string) => t`${minutes} minutes: ${title}`;
  return (
    <ExplorePage
      title={t`Teach`}
      lede={
        <Trans>
          One lesson or two, with what to show, what the class does and what many will guess. Each link opens the right
          page, to read or to present. No account, and nothing leaves the devices.
        </Trans>
      }
    >
      {plans.map((plan) => (
        <Section key={plan.id} id={plan.id} title={planTitle(plan.minutes, i18n._(plan.title))}>
          <LessonPlan plan={plan} />
        </Section>
      ))}
      <ExamSection />
      <Section id="inventory" title={t`Concept inventory`}>
        <Prose>
          <p>
            <Trans>
              Ten questions with one right option each, the same before and after the course. Each wrong option stands
              for one misconception: if many answers gather on one letter, that is what to teach. Keep the answers back
              until the second time.
            </Trans>
          </p>
          <ul className={styles.given}>
            <li>
              <PageLink to={inventoryTask({ when: 'before' }, t`Concept inventory, before the course`)}>
                <Trans>Give it before the course</Trans>
              </PageLink>
            </li>
            <li>
              <PageLink to={inventoryTask({ when: 'after' }, t`Concept inventory, after the course`)}>
                <Trans>Give it after the course</Trans>
              </PageLink>
            </li>
            <li>
              <PageLink to="/collect">
                <Trans>Collect the answers, and compare before with after</Trans>
              </PageLink>
            </li>
          </ul>
        </Prose>
      </Section>
      <DevicesSection />
      <Section id="worksheets" title={t`Worksheets`}>
        <Prose>
          <p>
            <Trans>
              A sheet of each chapter to print: a figure, a block to count, guesses and questions with numbers of their
              own. The answers are a sheet apart.
            </Trans>
          </p>
          <ul className={styles.sheets}>
            {courseChapters.map(({ path, title }) => (
              <li key={path}>
                <PageLink to={`/worksheet?chapter=${path.slice(1)}`}>{i18n._(title)}</PageLink>
                {' · '}
                <PageLink to={`/worksheet?chapter=${path.slice(1)}&sheet=answers`}>
                  <Trans>Answers</Trans>
                </PageLink>
              </li>
            ))}
          </ul>
        </Prose>
      </Section>
    </ExplorePage>
  );
}

/** How the app comes to forty devices: kept by each, or from one computer in the room. */
function DevicesSection() {
  const { t } = useLingui();
  return (
    <Section id="devices" title={t`On every device`}>
      <Prose>
        <p>
          <Trans>
            Where the room has no internet, open <PageLink to="/prepare">Prepare this device</PageLink> on each device
            beforehand: it keeps all chapters and networks. Or let one computer that has the app’s source serve the
            others on the school’s network. One line builds the app and prints the address that the class types:
          </Trans>
        </p>
        <p>
          <code>{`npm start -- --lan`}</code>
        </p>
        <p>
          <Trans>
            At an http address of another computer, browsers give pages no camera and keep nothing for offline use:
            figures, tasks and photos work, cameras need https. The README says how to add a certificate.
          </Trans>
        </p>
      </Prose>
    </Section>
  );
}

/** The exam; its answers show, and print, only when they are asked for. */
function ExamSection() {
  const { t } = useLingui();
  const write = useWords();
  const [isAnswered, setIsAnswered] = useState(false);
  const points = exam.reduce((sum, question) => sum + question.points, 0);
  return (
    <Section id="exam" title={t`Exam: ${points} points in 45 minutes`}>
      <div className={styles.controls}>
        <Switch label={t`Show the answers`} isOn={isAnswered} onChange={setIsAnswered} />
        <Button
          onPress={() => {
            window.print();
          }}
        >
          <Trans>Print</Trans>
        </Button>
        <p className={styles.note}>
          <Trans>A calculator is allowed. Numbers in the answers are counted on the graphs.</Trans>
        </p>
      </div>
      <ol className={styles.exam}>
        {exam.map(({ id, points: worth, question, answer }) => (
          <li key={id}>
            <p>
              {write(question)} <span className={styles.points}>{t`(${worth} points)`}</span>
            </p>
            {isAnswered ? <p className={styles.answer}>{write(answer)}</p> : <div className={styles.room} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
