import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { useAddress } from '../../ui/address/useAddress';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { millisecondsText } from '../../ui/numberText';
import type { LabResult } from '../../../lab/results/labResult';
import { resultOfCode } from '../../../lab/results/resultOfCode';
import { deviceOf, titleOf } from './resultTitles';

const address = { r: parseAsString };

/** Shows the result in the address. A link alone stores nothing: that takes a press. */
export function LinkOffer({ onResult }: { readonly onResult: (result: LabResult) => void }) {
  const { t, i18n } = useLingui();
  const [{ r: code }, choose] = useAddress(address);
  if (code === null) return null;
  const result = resultOfCode(code);
  const leave = () => void choose({ r: null });
  if (!result.ok) {
    return (
      <Message
        tone="warning"
        title={t`The link holds no result that this page can read.`}
        actions={
          <Button look="quiet" icon="close" onPress={leave}>
            <Trans>Dismiss</Trans>
          </Button>
        }
      >
        {result.error}
      </Message>
    );
  }
  const time = millisecondsText(result.value.figures.inferenceMs, i18n.locale);
  return (
    <Message
      tone="note"
      title={t`The link holds a result`}
      actions={
        <>
          <Button
            onPress={() => {
              onResult(result.value);
              leave();
            }}
          >
            <Trans>Add it to the collection</Trans>
          </Button>
          <Button look="quiet" icon="close" onPress={leave}>
            <Trans>Don’t add it</Trans>
          </Button>
        </>
      }
    >
      {titleOf(result.value)}, {deviceOf(result.value)}: {t`${time} ms inference`}
    </Message>
  );
}
