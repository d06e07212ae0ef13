import type { ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';

type LinkFieldProps = { readonly label: ReactNode; readonly link: string; readonly className: string | undefined };

/** A link to take along: all of it is chosen as soon as the field has the focus. */
export function LinkField({ label, link, className }: LinkFieldProps) {
  return (
    <TextField className={className ?? ''} value={link} isReadOnly>
      <Label>{label}</Label>
      <Input
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
    </TextField>
  );
}
