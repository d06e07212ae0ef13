import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { countedLoad } from './lateLoads';
import { Message } from './Message';
import { ReloadButton } from './ReloadButton';

/**
 * A component that loads when it first shows, for what a visit rarely needs. Where it does not come, as without a
 * connection, a sentence stands in its place, and the rest of the page goes on.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return { default: await countedLoad(load) };
    } catch {
      return { default: Unloaded };
    }
  });
}

function Unloaded() {
  const { t } = useLingui();
  return (
    <Message tone="error" title={t`Something could not be loaded.`} actions={<ReloadButton />}>
      <Trans>Check the connection and load the page again.</Trans>
    </Message>
  );
}
