import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { LostPart } from '../../nets/design/designText';
import { Message } from '../ui/Message';
import styles from './DesignNotices.module.css';
import type { Designing } from './useDesign';
import { useRowWords } from './useRowWords';

type NoticeProps = { readonly designing: Designing };

/** What of a link was not read. */
export function LostNotice({ designing: { lost } }: NoticeProps) {
  const { t } = useLingui();
  const lostText = useLostText();
  const [dismissed, setDismissed] = useState<unknown>(undefined);
  if (lost.length === 0 || dismissed === lost) return null;
  return (
    <Message
      tone="warning"
      title={t`Not all of this link could be read`}
      onDismiss={() => {
        setDismissed(lost);
      }}
    >
      <Lines lines={lost.map(lostText)} />
    </Message>
  );
}

/** What had to follow a change. */
export function MovedNotice({ designing: { moved } }: NoticeProps) {
  const { t } = useLingui();
  const words = useRowWords();
  const [dismissed, setDismissed] = useState<unknown>(undefined);
  if (moved.length === 0 || dismissed === moved) return null;
  return (
    <Message
      tone="note"
      title={t`Other rows had to follow`}
      onDismiss={() => {
        setDismissed(moved);
      }}
    >
      <Lines lines={moved.map(words.moved)} />
    </Message>
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
        return t`The link is from version ${part.got}; the parts that this version knows are shown.`;
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
