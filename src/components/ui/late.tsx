import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { Button } from './Button';
import { Message } from './Message';

/**
 * A component that loads when it first shows, for what a visit rarely needs. Where it does not come, as without a
 * connection, a sentence stands in its place, and the rest of the page goes on.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch {
      return { default: Unloaded };
    }
  });
}

function Unloaded() {
  const { t } = useLingui();
  return (
    <Message
      tone="error"
      title={t`Something could not be loaded.`}
      actions={
        <Button
          icon="reset"
          onPress={() => {
            window.location.reload();
          }}
        >
          <Trans>Load it again</Trans>
        </Button>
      }
    >
      <Trans>Check the connection and load the page again.</Trans>
    </Message>
  );
}
