import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from './Button';

type DownloadButtonProps = {
  /** What is saved: `SVG`, `Numbers as CSV`. */
  readonly label: string;
  /** `shufflenet-v1-unit.svg` */
  readonly fileName: string;
  /** `quiet` after a heading that says it saves. */
  readonly look?: 'plain' | 'quiet';
  /** Makes the file on press. If it throws, the button says that it failed. */
  readonly make: () => Blob | Promise<Blob>;
};

/** Saves a file that the page makes, without a server. */
export function DownloadButton({ label, fileName, look = 'plain', make }: DownloadButtonProps) {
  const { t } = useLingui();
  const [failed, setFailed] = useState(false);
  const save = () => {
    saveFile(fileName, make).then(
      () => {
        setFailed(false);
      },
      () => {
        setFailed(true);
      },
    );
  };
  return (
    <span>
      <Button look={look} {...(look === 'plain' ? { icon: 'download' } : {})} onPress={save}>
        {label}
      </Button>
      <span role="status">{failed ? t`The file could not be made.` : ''}</span>
    </span>
  );
}

async function saveFile(fileName: string, make: () => Blob | Promise<Blob>): Promise<void> {
  const address = URL.createObjectURL(await make());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the address only after the click handlers have run.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
