import { Trans, useLingui } from '@lingui/react/macro';
import { officialWeights } from '../../../run/official/officialWeights';
import { Message } from '../../ui/Message';
import { entryTitle } from './officialTitle';

type UnknownNetworkProps = {
  /** The name in the URL. */
  readonly name: string;
  /** Why that network cannot run, an English sentence. */
  readonly fault: string;
};

/** Says that another network runs than the one in the URL, and why. */
export function UnknownNetwork({ name, fault }: UnknownNetworkProps) {
  const { t } = useLingui();
  const official = officialWeights.find((entry) => entry.name === name);
  if (official === undefined) {
    return (
      <Message tone="warning" title={t`This address names no network that runs here; the one below runs instead.`}>
        {fault}
      </Message>
    );
  }
  const title = entryTitle(official);
  return (
    <Message tone="note" title={t`The ImageNet weights of ${title} are not in this browser yet.`}>
      <Trans>They can be fetched below. Until then another network runs.</Trans>
    </Message>
  );
}
