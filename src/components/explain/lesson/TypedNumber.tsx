import { Trans } from '@lingui/react/macro';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import styles from './TypedNumber.module.css';

type TypedNumberProps = {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Called by Enter. */
  readonly onSubmit: () => void;
  /** What stands behind the field: `×`, `%`, `MiB`. */
  readonly unit?: string | undefined;
  /** The text that was not read as a number, told below the field. */
  readonly unread?: string | undefined;
};

/** A field for a number in any usual notation. What is not understood is told, and counts as nothing. */
export function TypedNumber({ label, text, onChange, onSubmit, unit, unread }: TypedNumberProps) {
  return (
    <TextField
      className={styles.root}
      value={text}
      onChange={onChange}
      isInvalid={unread !== undefined}
      validationBehavior="aria"
      autoComplete="off"
    >
      <Label className={styles.label}>{label}</Label>
      <span className={styles.field}>
        <Input
          className={styles.input}
          inputMode="text"
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit();
          }}
        />
        {unit === undefined ? null : <span aria-hidden="true">{unit}</span>}
      </span>
      <FieldError className={styles.error}>
        {unread === undefined ? null : unread.trim() === '' ? (
          <Trans>Type a number first, in any notation: 1.5M, 1,500,000, 1.5e6.</Trans>
        ) : (
          <Trans>Not read as a number: “{unread}”. Try 1.5M, 1,500,000 or 1.5e6.</Trans>
        )}
      </FieldError>
    </TextField>
  );
}
