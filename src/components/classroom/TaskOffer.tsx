import { Trans, useLingui } from '@lingui/react/macro';
import { taskLink, type Task } from '../../classroom/task';
import { CopyGivenLink } from '../ui/CopyGivenLink';
import { DownloadButton } from '../ui/DownloadButton';
import { QrPicture } from '../ui/QrPicture';
import styles from './Classroom.module.css';
import { LinkField } from './LinkField';
import { appAddress } from './taskPlace';

/** A task for the class: as a link, a code, and a file where the code would be too large. */
export function TaskOffer({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const link = taskLink(task, appAddress());
  return (
    <div className={styles.group}>
      <QrPicture text={link} name={t`QR code of the task`} />
      <LinkField className={styles.link} link={link} label={<Trans>Link to the task</Trans>} />
      <div className={styles.tools}>
        <CopyGivenLink link={link} />
        <DownloadButton label={t`Save as a file`} fileName="task.html" make={() => linkFile(link, task.title)} />
        <a href={link} target="_blank" rel="noreferrer">
          <Trans>Open it as a student</Trans>
        </a>
      </div>
      <p className={styles.note}>
        <Trans>
          The link holds the whole task: nothing is sent or stored anywhere else. Keep it to change it later.
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
