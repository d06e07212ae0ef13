import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { Button } from './Button';
import styles from './CopyText.module.css';
import type { IconName } from './Icon';

type CopyTextProps = {
  readonly label: string;
  readonly look?: 'plain' | 'quiet';
  readonly icon?: IconName;
  /** What is copied, as it is when the button is pressed. */
  readonly text: () => string;
  /** Called when the button is pressed. */
  readonly onCopy?: () => void;
  /** Says that it is copied. */
  readonly copied: string;
  /** Says that the browser does not allow it, and asks to copy what shows below. */
  readonly refused: string;
  /** The name of the field that then shows the text. */
  readonly fieldLabel: string;
};

/** Copies a text. If the browser forbids copying, shows the text instead. */
export function CopyText({
  label,
  look = 'plain',
  icon = 'copy',
  text,
  onCopy,
  copied,
  refused,
  fieldLabel,
}: CopyTextProps) {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () => {
    onCopy?.();
    writeToClipboard(text()).then(
      () => {
        setOutcome('copied');
      },
      () => {
        setOutcome('refused');
      },
    );
  };
  return (
    <div className={styles.root}>
      <Button look={look} icon={outcome === 'copied' ? 'check' : icon} onPress={copy}>
        {label}
      </Button>
      <span role="status" className={styles.status}>
        {outcome === 'copied' ? copied : outcome === 'refused' ? refused : ''}
      </span>
      {outcome === 'refused' ? (
        <TextField aria-label={fieldLabel} value={text()} isReadOnly autoFocus className={styles.field}>
          <Input
            onFocus={(event) => {
              event.currentTarget.select();
            }}
          />
        </TextField>
      ) : null}
    </div>
  );
}

/** `navigator.clipboard` is missing on insecure pages, although its type says otherwise. */
async function writeToClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
