import { Trans } from '@lingui/react/macro';

/** The first page a person sees: a picture, what a network sees in it, and what that took. */
export function LivePage() {
  return (
    <h1>
      <Trans>What does the network see?</Trans>
    </h1>
  );
}
