import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../ui/Button';
import styles from './CollectPage.module.css';

type PasteProps = {
  /** Adds what is in the text, and says whether all of it was read. */
  readonly onText: (text: string) => Promise<boolean>;
};

/** Takes results from a text, which stays where something in it is to be mended. */
export function Paste({ onText }: PasteProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  return (
    <div className={styles.way}>
      <TextField className={styles.paste} value={text} onChange={setText}>
        <Label>{t`Links, one or many`}</Label>
        <TextArea rows={4} />
      </TextField>
      <Button
        isDisabled={text.trim() === ''}
        onPress={() => {
          void onText(text).then((isRead) => {
            if (isRead) setText((now) => (now === text ? '' : now));
          });
        }}
      >
        <Trans>Add them</Trans>
      </Button>
    </div>
  );
}
