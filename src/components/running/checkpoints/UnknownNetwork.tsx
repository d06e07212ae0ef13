import { Trans, useLingui } from '@lingui/react/macro';
import { officialWeights } from '../../../run/official/officialWeights';
import { Message } from '../../ui/Message';
import { officialTitle } from './officialTitle';

type UnknownNetworkProps = {
  /** What the address names. */
  readonly name: string;
  /** Why that does not run, an English sentence. */
  readonly fault: string;
};

/** That another network runs than the address names, and why. */
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
  const title = officialTitle(official);
  return (
    <Message tone="note" title={t`The ImageNet weights of ${title} are not in this browser yet.`}>
      <Trans>They can be fetched below. Until then another network runs.</Trans>
    </Message>
  );
}
