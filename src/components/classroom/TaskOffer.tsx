import { Trans, useLingui } from '@lingui/react/macro';
import { taskLink, type Task } from '../../classroom/task';
import { CopyEmbed } from '../ui/CopyEmbed';
import { CopyGivenLink } from '../ui/CopyGivenLink';
import { DownloadButton } from '../ui/DownloadButton';
import { QrPicture } from '../ui/QrPicture';
import styles from './Classroom.module.css';
import { LinkField } from './LinkField';
import { appAddress } from './taskPlace';

type TaskOfferProps = {
  readonly task: Task;
  /** Called when somebody takes the task along. */
  readonly onTake: () => void;
};

/** A task for the class: as a link, a code, and a file where the code would be too large. */
export function TaskOffer({ task, onTake }: TaskOfferProps) {
  const { t } = useLingui();
  const link = taskLink(task, appAddress());
  return (
    <div className={styles.group}>
      {window.location.protocol === 'file:' ? (
        <p className={styles.note}>
          <Trans>
            The app is open from a file, so this link works on this computer alone. On another one, open the file there
            and add all that begins with # to its address.
          </Trans>
        </p>
      ) : (
        <QrPicture text={link} name={t`QR code of the task`} />
      )}
      <LinkField className={styles.link} link={link} label={<Trans>Link to the task</Trans>} onCopy={onTake} />
      <div className={styles.tools}>
        <CopyGivenLink link={link} onCopy={onTake} />
        <DownloadButton
          label={t`Save as a file`}
          fileName="task.html"
          make={() => {
            onTake();
            return linkFile(link, task.title);
          }}
        />
        <CopyEmbed given={{ link, title: task.title === '' ? t`Task` : task.title }} />
        <a href={link} target="_blank" rel="noreferrer" onClick={onTake}>
          <Trans>Open it as a student</Trans>
        </a>
      </div>
      <p className={styles.note}>
        <Trans>
          The link holds the whole task: nothing is sent anywhere. This browser lists the task below, to take or change
          it later.
        </Trans>
      </p>
    </div>
  );
}

/** A page of one link, for a class that shares files. */
function linkFile(link: string, title: string): Blob {
  const text = escaped(title === '' ? 'Featherweight' : title);
  const page = `<!doctype html><meta charset="utf-8"><title>${text}</title><p><a href="${escaped(link)}">${text}</a></p>`;
  return new Blob([page], { type: 'text/html' });
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${String(letter.charCodeAt(0))};`);
}
