import type { ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';

type LinkFieldProps = {
  readonly label: ReactNode;
  readonly link: string;
  readonly className: string | undefined;
  /** Called when it is copied by hand. */
  readonly onCopy?: () => void;
};

/** A link to take along: all of it is chosen as soon as the field has the focus. */
export function LinkField({ label, link, className, onCopy }: LinkFieldProps) {
  return (
    <TextField className={className ?? ''} value={link} isReadOnly>
      <Label>{label}</Label>
      <Input
        onCopy={onCopy}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
    </TextField>
  );
}
