import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { useAddress } from '../../ui/address/useAddress';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { millisecondsText } from '../../ui/numberText';
import { taskResultOfCode } from '../../../classroom/taskResult';
import { collectableOfCode, isTaskCode, isTaskResult, type Collectable } from '../../../lab/results/collectable';
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
        <Fault code={code} detail={result.error} />
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

/** Why a code is not read; of a measurement's, the sentence of its parser. */
function Fault({ code, detail }: { readonly code: string; readonly detail: string }) {
  const task = isTaskCode(code) ? taskResultOfCode(code) : undefined;
  if (task === undefined || task.ok) return detail;
  switch (task.error.kind) {
    case 'broken':
      return <Trans>A part of it is missing or changed: ask for the link again, and copy all of it.</Trans>;
    case 'newer':
      return <Trans>A newer version of this app made it: reload the page to get that version.</Trans>;
    case 'tooLong':
      return <Trans>It is too long to be one.</Trans>;
  }
}

function Described({ result }: { readonly result: Collectable }) {
  const { t, i18n } = useLingui();
  if (isTaskResult(result)) {
    const { nickname, title } = result;
    const [who, what] = [nickname === '' ? t`somebody` : nickname, title === '' ? t`a task` : title];
    return (
      <Trans>
        Handed in by <bdi>{who}</bdi>: <bdi>{what}</bdi>
      </Trans>
    );
  }
  const time = millisecondsText(result.figures.inferenceMs, i18n.locale);
  return `${titleOf(result)}, ${deviceOf(result)}: ${t`${time} ms inference`}`;
}
