import { Trans, useLingui } from '@lingui/react/macro';
import { manifestTitle } from '../../../lab/networks/runnable';
import type { Manifest } from '../../../run/weights/manifest';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { bytesText } from '../../ui/numberText';
import { useDismissal } from '../../ui/useDismissal';

type SmallFirstProps = {
  /** What runs unasked. */
  readonly small: Manifest;
  /** What would run on a better connection. */
  readonly usual: Manifest;
  readonly onUsual: () => void;
};

/** Says why a small network runs, and offers the usual one with its size. */
export function SmallFirst({ small, usual, onUsual }: SmallFirstProps) {
  const { t, i18n } = useLingui();
  const { isShown, dismiss } = useDismissal(small);
  if (!isShown) return null;
  const [title, size, smallSize] = [
    manifestTitle(usual),
    bytesText(usual.bytes, i18n.locale),
    bytesText(small.bytes, i18n.locale),
  ];
  return (
    <Message
      tone="note"
      title={t`This connection is slow or metered, so a small network runs first (${smallSize}).`}
      onDismiss={dismiss}
      actions={
        <Button icon="download" onPress={onUsual}>
          <Trans>
            Get {title} ({size})
          </Trans>
        </Button>
      }
    >
      <Trans>{title} knows 1,000 classes and is more accurate.</Trans>
    </Message>
  );
}
