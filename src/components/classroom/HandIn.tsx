import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { PageLink } from '../ui/PageLink';
import type { Asked, Task } from '../../classroom/task';
import { tellParent } from '../../classroom/tellParent';
import { maxNickname, taskResult, taskResultLink, type Outcome, type TaskResult } from '../../classroom/taskResult';
import { Button } from '../ui/Button';
import { CopyGivenLink } from '../ui/CopyGivenLink';
import { DownloadButton } from '../ui/DownloadButton';
import { QrPicture } from '../ui/QrPicture';
import { useLessonSource } from '../explain/lesson/lessonSource';
import styles from './Classroom.module.css';
import { resultMessage } from './resultMessage';
import { LinkField } from './LinkField';
import { appAddress, openAgain, openedMs } from './taskPlace';

type HandInProps = {
  readonly task: Task;
  readonly opened: number;
  /** Whether all that is asked is there; one may hand in before. */
  readonly isReady: boolean;
  /** What is handed in, at the time of the call. */
  readonly outcome: () => Outcome;
  readonly onAgain: (openedMs: number) => void;
};

/** Asks for the name that the teacher wants, and makes the result. */
export function HandIn({ task, opened, isReady, outcome, onAgain }: HandInProps) {
  const { t } = useLingui();
  const lessonAt = useLessonSource();
  const [nickname, setNickname] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const [result, setResult] = useState<TaskResult | null>(null);
  if (result !== null) {
    return (
      <HandedIn
        result={result}
        onChange={() => {
          setResult(null);
        }}
        onAgain={() => {
          setResult(null);
          setNickname('');
          openAgain(task);
          onAgain(openedMs(task));
        }}
      />
    );
  }
  const isMissing = task.asks !== 'nothing' && nickname.trim() === '';
  const hand = () => {
    setIsRefused(isMissing);
    if (isMissing) return;
    const made = taskResult(task, outcome(), { nickname, openedMs: opened, nowMs: Date.now() });
    setResult(made);
    void resultMessage(made, lessonAt).then((message) => message && tellParent(message));
  };
  return (
    <div className={styles.handIn}>
      {task.asks === 'nothing' ? null : (
        <TextField
          className={styles.name}
          value={nickname}
          onChange={setNickname}
          maxLength={maxNickname}
          isInvalid={isRefused && isMissing}
          autoComplete="off"
        >
          <NameLabel asks={task.asks} />
          <Input
            inputMode={task.asks === 'number' ? 'numeric' : 'text'}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) hand();
            }}
          />
        </TextField>
      )}
      <Button look={isReady ? 'primary' : 'plain'} onPress={hand}>
        <Trans>Hand in</Trans>
      </Button>
      <p role="status" className={styles.note}>
        {isRefused && isMissing
          ? task.asks === 'number'
            ? t`Type your number first.`
            : t`Type your name first.`
          : isReady && task.kind === 'page' && task.goal.length > 0
            ? t`Reached: hand it in.`
            : ''}
      </p>
    </div>
  );
}

function NameLabel({ asks }: { readonly asks: Asked }) {
  return <Label>{asks === 'number' ? <Trans>Your number</Trans> : <Trans>Your name</Trans>}</Label>;
}

type HandedInProps = {
  readonly result: TaskResult;
  readonly onChange: () => void;
  readonly onAgain: () => void;
};

/** The result as a link, a code and a file, for the teacher. Nothing was sent. */
function HandedIn({ result, onChange, onAgain }: HandedInProps) {
  const { t } = useLingui();
  const link = taskResultLink(result, appAddress());
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const name = result.nickname.replace(/[^\p{L}\p{N}-]+/gu, '-');
  return (
    <div className={styles.handed}>
      <QrPicture text={link} name={t`QR code of your result`} />
      <div className={styles.handedWords}>
        <p ref={heading} tabIndex={-1} className={styles.title}>
          <Trans>Show this code to your teacher’s camera, or send the link or the file.</Trans>
        </p>
        <p className={styles.note}>
          <Trans>
            Nothing was sent: your teacher’s <PageLink to="/collect">Collect page</PageLink> takes it. The code is
            guarded against damage, not against cheating.
          </Trans>
        </p>
        <LinkField className={styles.link} link={link} label={<Trans>Link to your result</Trans>} />
        <div className={styles.tools}>
          <CopyGivenLink link={link} />
          <DownloadButton
            label={t`Save as a file`}
            fileName={`result${name === '' ? '' : `-${name}`}.txt`}
            make={() => new Blob([link], { type: 'text/plain' })}
          />
          <Button look="quiet" onPress={onChange}>
            <Trans>Change something</Trans>
          </Button>
          <Button look="quiet" icon="reset" onPress={onAgain}>
            <Trans>Another person at this device</Trans>
          </Button>
        </div>
      </div>
    </div>
  );
}
