import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { useAddress } from '../../ui/address/useAddress';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { millisecondsText } from '../../ui/numberText';
import { collectableOfCode, isTaskResult, type Collectable } from '../../../lab/results/collectable';
import { deviceOf, titleOf } from './resultTitles';

const address = { r: parseAsString };

/** Shows the result in the address. A link alone stores nothing: that takes a press. */
export function LinkOffer({ onResult }: { readonly onResult: (result: Collectable) => void }) {
  const { t } = useLingui();
  const [{ r: code }, choose] = useAddress(address);
  if (code === null) return null;
  const result = collectableOfCode(code);
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
      <Described result={result.value} />
    </Message>
  );
}

function Described({ result }: { readonly result: Collectable }) {
  const { t, i18n } = useLingui();
  if (isTaskResult(result)) {
    const { nickname, title } = result;
    const [who, what] = [nickname === '' ? t`somebody` : nickname, title === '' ? t`a task` : title];
    return (
      <Trans>
        Handed in by {who}: {what}
      </Trans>
    );
  }
  const time = millisecondsText(result.figures.inferenceMs, i18n.locale);
  return `${titleOf(result)}, ${deviceOf(result)}: ${t`${time} ms inference`}`;
}
