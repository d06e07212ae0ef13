import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { Button } from './Button';
import styles from './CopyLink.module.css';
import { placeLink } from './placeLink';

type CopyLinkProps = {
  readonly look?: 'plain' | 'quiet';
  /** The `id` of the section or figure that the link arrives at; without one, at the top of the page. */
  readonly place?: string;
};

/** Copies the page's address, which holds every choice. If the browser forbids copying, shows the address instead. */
export function CopyLink({ look = 'plain', place }: CopyLinkProps) {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () => {
    copyText(placeLink(place)).then(
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
      <Button look={look} icon={outcome === 'copied' ? 'check' : 'copy'} onPress={copy}>
        {t`Copy link`}
      </Button>
      <span role="status" className={styles.status}>
        {outcome === 'copied'
          ? t`The link is on the clipboard.`
          : outcome === 'refused'
            ? t`The browser does not allow copying here. Copy this address:`
            : ''}
      </span>
      {outcome === 'refused' ? (
        <TextField
          aria-label={t`Address of this page`}
          value={placeLink(place)}
          isReadOnly
          autoFocus
          className={styles.address}
        >
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
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
