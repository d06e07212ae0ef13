import { Trans } from '@lingui/react/macro';
import { Button } from './Button';

/** Loads the page again; what was chosen is in the address and stays. */
export function ReloadButton() {
  return (
    <Button
      icon="reset"
      onPress={() => {
        window.location.reload();
      }}
    >
      <Trans>Reload</Trans>
    </Button>
  );
}
