import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../ui/Button';
import styles from './CollectPage.module.css';

/** Takes results from a text. */
export function Paste({ onText }: { readonly onText: (text: string) => void }) {
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
          onText(text);
          setText('');
        }}
      >
        <Trans>Add them</Trans>
      </Button>
    </div>
  );
}
