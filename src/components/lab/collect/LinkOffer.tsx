import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsString } from 'nuqs';
import { useAddress } from '../../ui/address/useAddress';
import { Button } from '../../ui/Button';
import { Message } from '../../ui/Message';
import { millisecondsText } from '../../ui/numberText';
import { askedTask, collectableOfCode, isTaskResult, type Collectable } from '../../../lab/results/collectable';
import { deviceOf, titleOf } from './resultTitles';
import { TaskNotice } from './TaskNotice';

const address = { r: parseAsString };

type LinkOfferProps = {
  /** How many have handed in a task, by its id. */
  readonly handedIn: ReadonlyMap<string, number>;
  readonly onResult: (result: Collectable) => void;
};

/** Shows the result in the address. A link alone stores nothing: that takes a press. */
export function LinkOffer({ handedIn, onResult }: LinkOfferProps) {
  const { t, i18n } = useLingui();
  const [{ r: code }, choose] = useAddress(address);
  if (code === null) return null;
  const leave = () => void choose({ r: null });
  const task = askedTask(code);
  if (task !== undefined) return <TaskNotice tasks={[task]} handedIn={handedIn} isKept={false} onDismiss={leave} />;
  const result = collectableOfCode(code);
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
        {i18n._(result.error)}
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
        Handed in by <bdi>{who}</bdi>: <bdi>{what}</bdi>
      </Trans>
    );
  }
  const time = millisecondsText(result.figures.inferenceMs, i18n.locale);
  return `${titleOf(result)}, ${deviceOf(result)}: ${t`${time} ms inference`}`;
}
