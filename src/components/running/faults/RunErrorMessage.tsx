import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { RunError } from '../../../run/errors/runError';
import { Message } from '../../ui/Message';
import { FaultDetails } from './FaultDetails';
import { runErrorText } from './runErrorText';

type RunErrorMessageProps = {
  readonly error: RunError;
  /** Buttons that follow the advice. */
  readonly actions?: ReactNode;
};

/** An error of a camera, file, weights or device, with advice and buttons. */
export function RunErrorMessage({ error, actions }: RunErrorMessageProps) {
  const { i18n } = useLingui();
  const { title, advice, details } = runErrorText(error, i18n.locale);
  return (
    <Message tone="error" title={i18n._(title)} actions={actions}>
      {i18n._(advice)}
      <FaultDetails details={details} />
    </Message>
  );
}
