import { Trans } from '@lingui/react/macro';
import { Message } from '../../ui/Message';
import { useProgress } from './useProgress';

/** Says that the browser does not keep answers, and what to do. Nothing while it does. */
export function ProgressFault() {
  const fault = useProgress((state) => state.fault);
  if (fault === null) return null;
  return (
    <Message tone="warning">
      {fault.reason === 'full' ? (
        <Trans>
          This browser has no room left: your answers last until this page is closed. Save them as a file, or make room.
        </Trans>
      ) : (
        <Trans>
          This browser does not keep your answers: they last until this page is closed. Save them as a file to keep
          them.
        </Trans>
      )}
    </Message>
  );
}
