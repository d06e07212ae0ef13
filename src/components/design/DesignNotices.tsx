import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { LostPart } from '../../nets/design/designText';
import { Message } from '../ui/Message';
import styles from './DesignNotices.module.css';
import type { Designing } from './useDesign';
import { useRowWords } from './useRowWords';

/** What of a link was not read, and what had to follow a change. */
export function DesignNotices({ designing: { lost, moved } }: { readonly designing: Designing }) {
  const { t } = useLingui();
  const words = useRowWords();
  const lostText = useLostText();
  const [dismissed, setDismissed] = useState<readonly unknown[]>([]);
  const dismiss = (what: unknown) => () => {
    setDismissed([...dismissed, what]);
  };
  return (
    <>
      {lost.length === 0 || dismissed.includes(lost) ? null : (
        <Message tone="warning" title={t`Not all of this link could be read`} onDismiss={dismiss(lost)}>
          <Lines lines={lost.map(lostText)} />
        </Message>
      )}
      {moved.length === 0 || dismissed.includes(moved) ? null : (
        <Message tone="note" title={t`Other rows had to follow`} onDismiss={dismiss(moved)}>
          <Lines lines={moved.map(words.moved)} />
        </Message>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function useLostText(): (part: LostPart) => string {
  const { t } = useLingui();
  return (part) => {
    switch (part.kind) {
      case 'version':
        return t`It is of version ${part.got}; what this version knows of it is shown.`;
      case 'part':
        return t`“${part.text}” is not known here.`;
      case 'row':
        return t`Row ${part.row} is left out: “${part.text}” is no row.`;
      case 'value':
        return t`Row ${part.row}: “${part.text}” is no value here.`;
      case 'rows':
        return t`Rows beyond the longest design are left out: ${part.count}.`;
    }
  };
}
