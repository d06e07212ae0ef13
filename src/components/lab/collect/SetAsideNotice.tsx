import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../ui/Button';
import { DownloadButton } from '../../ui/DownloadButton';
import { Message } from '../../ui/Message';
import type { SetAside } from '../../../lab/results/storedRows';
import styles from './CollectPage.module.css';

type SetAsideNoticeProps = {
  readonly aside: readonly SetAside[];
  readonly onForget: (keys: readonly IDBValidKey[]) => void;
};

/** Characters that are shown; the file has all. */
const maxShown = 20_000;

/** What is stored and cannot be drawn, to be copied, saved or forgotten. */
export function SetAsideNotice({ aside, onForget }: SetAsideNoticeProps) {
  const { t, i18n } = useLingui();
  const [first] = aside;
  if (first === undefined) return null;
  const text = aside.map((each) => each.text).join('\n');
  return (
    <Message
      tone="warning"
      title={
        <Plural
          value={aside.length}
          one="# stored entry is not a result and was set aside."
          other="# stored entries are not results and were set aside."
        />
      }
      actions={
        <>
          <DownloadButton
            label={t`Save what was set aside`}
            fileName="set-aside-results.txt"
            make={() => new Blob([text], { type: 'text/plain' })}
          />
          <Button
            look="quiet"
            icon="close"
            onPress={() => {
              onForget(aside.map(({ key }) => key));
            }}
          >
            <Trans>Delete what was set aside</Trans>
          </Button>
        </>
      }
    >
      <p>{i18n._(first.detail)}</p>
      <TextField className={styles.paste} value={text.slice(0, maxShown)} isReadOnly>
        <Label>{t`Its text, to copy`}</Label>
        <TextArea
          rows={3}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </TextField>
    </Message>
  );
}
