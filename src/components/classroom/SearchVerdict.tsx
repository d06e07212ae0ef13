import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { goalSearch, type Verdict } from '../../classroom/goalSearch';
import { subjectsOf } from '../../classroom/subject';
import type { PageTask } from '../../classroom/task';
import { networkOfName, networkTitle } from '../../nets/models/networkName';
import { Fold } from '../ui/Fold';
import { Message } from '../ui/Message';
import { exactNumberText } from '../ui/numberText';
import styles from './Classroom.module.css';
import { addressAt, placeOf } from './taskPlace';
import { locksOn } from './taskDraft';
import { useKnobNames } from '../explain/task/useKnobNames';
import { useTaskWords } from '../explain/task/useTaskWords';

/** Whether the goal of a task can be reached, as far as a search tells; where it can, one way, folded away. */
export function SearchVerdict({ task }: { readonly task: PageTask }) {
  const { i18n } = useLingui();
  const { path } = placeOf(task.address);
  const { subjectName } = useTaskWords(subjectsOf(path));
  const { settingName, settingText } = useSettingWords(path);
  const verdict = useVerdict(task);
  if (task.goal.length === 0) return null;
  if (verdict === null) {
    return (
      <p role="status" className={styles.note}>
        <Trans>Looking for a setting that reaches the goal…</Trans>
      </p>
    );
  }
  const askedSubjects = new Set(task.goal.map(({ subject }) => subject)).size;
  const count = exactNumberText(verdict.settings, i18n.locale);
  switch (verdict.kind) {
    case 'found': {
      return (
        <div role="status">
          <p>
            {verdict.settings <= askedSubjects ? (
              <Trans>The goal is reached already where the task begins: begin elsewhere, or ask for more.</Trans>
            ) : (
              <Trans>The goal can be reached with the free controls.</Trans>
            )}
          </p>
          <Fold className={styles.note} summary={<Trans>Show me one way (for you alone)</Trans>}>
            <ul>
              {Object.entries(verdict.query).flatMap(([key, value]) => {
                const name = settingName(key);
                return name === undefined ? [] : [<li key={key}>{`${name}: ${settingText(key, value)}`}</li>];
              })}
              {Object.keys(verdict.query).length === 0 ? (
                <li>
                  <Trans>All controls as they begin.</Trans>
                </li>
              ) : null}
            </ul>
            <a href={`#${addressAt(path, verdict.query)}`} target="_blank" rel="noreferrer">
              <Trans>Open it</Trans>
            </a>
          </Fold>
        </div>
      );
    }
    case 'impossible': {
      const subject = subjectName(verdict.unmet);
      return (
        <Message tone="warning" title={<Trans>No setting reaches this goal.</Trans>}>
          <Plural
            value={verdict.settings}
            one={`${subject}: the only setting of the free controls was tried.`}
            other={`${subject}: all ${count} settings of the free controls were tried.`}
          />
        </Message>
      );
    }
    case 'notFound': {
      const subject = subjectName(verdict.unmet);
      return (
        <Message tone="warning" title={<Trans>No setting that reaches this goal was found.</Trans>}>
          <Trans>
            {subject}: {count} settings of the free controls were tried, and there are more. That is no proof that none
            does.
          </Trans>
        </Message>
      );
    }
  }
}

/** What the keys and values of an address say; no name for those that choose nothing. */
function useSettingWords(path: string) {
  const knobName = useKnobNames();
  const keys = new Map(locksOn(path).map(({ key, knob }) => [key, knob]));
  return {
    settingName: (key: string): string | undefined => {
      const knob = key === 'net' ? 'model' : keys.get(key);
      return knob === undefined ? undefined : knobName(knob);
    },
    settingText: (key: string, value: string): string => {
      const network = key === 'net' ? networkOfName(value) : undefined;
      return network?.ok === true ? networkTitle(network.value) : value;
    },
  };
}

/** Milliseconds of searching between two breaths of the page. */
const sliceMs = 12;

/** Null while it is searched. A change of the task begins again. */
function useVerdict({ address, goal, locked }: PageTask): Verdict | null {
  const [verdict, setVerdict] = useState<{ readonly of: string; readonly is: Verdict } | null>(null);
  const asked = JSON.stringify([address, goal, locked]);
  useEffect(() => {
    const { path, query: start } = placeOf(address);
    const search = goalSearch({ goal, subjects: subjectsOf(path), start, locked });
    let timer = setTimeout(function step() {
      const end = performance.now() + sliceMs;
      while (performance.now() < end) {
        const next = search.next();
        if (next.done === true) {
          setVerdict({ of: asked, is: next.value });
          return;
        }
      }
      timer = setTimeout(step);
    }, 400);
    return () => {
      clearTimeout(timer);
    };
  }, [asked, address, goal, locked]);
  return verdict?.of === asked ? verdict.is : null;
}
