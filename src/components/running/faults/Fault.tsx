import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunError } from '../../../run/errors/runError';
import { Message } from '../../ui/Message';
import { useDismissal } from '../../ui/useDismissal';
import { FaultDetails } from './FaultDetails';
import { runErrorText } from './runErrorText';
import { Sentences } from '../../ui/Sentences';

type FaultProps = {
  /** Null while nothing is wrong. */
  readonly error: RunError | null;
  /** Buttons that follow the advice. */
  readonly actions?: ReactNode;
  /** What else there is to say. */
  readonly children?: ReactNode;
};

/** Nothing runs until the person starts it again: dismissed, the message would take the only button for it away. */
const endsRun: ReadonlySet<RunError['code']> = new Set(['workerGone', 'workerFailed']);

/** An error of a camera, file, weights or device from when it happens until its cause ends or the person dismisses it. */
export function Fault({ error, actions, children }: FaultProps) {
  const { i18n } = useLingui();
  const isEnd = error !== null && endsRun.has(error.code);
  const { isShown, dismiss } = useDismissal(isEnd ? null : error);
  if (error === null || !(isShown || isEnd)) return null;
  const { title, advice, details } = runErrorText(error, i18n.locale);
  return (
    <Message tone="error" title={i18n._(title)} actions={actions} {...(!isEnd && { onDismiss: dismiss })}>
      <Sentences>
        {i18n._(advice)}
        {children}
      </Sentences>
      <FaultDetails details={details} />
    </Message>
  );
}
