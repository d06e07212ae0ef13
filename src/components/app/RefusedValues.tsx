import { Trans, useLingui } from '@lingui/react/macro';
import { catalogue } from '../../nets/models/index';
import type { NetworkMisfit } from '../../nets/networkMisfit';
import type { IllegalValue, Legal } from '../../nets/parameter';
import { useAddressText } from '../ui/address/addressTexts';
import type { RefusedValue } from '../ui/address/refusedValue';
import { Message } from '../ui/Message';
import { useDismissal } from '../ui/useDismissal';
import { addressNames } from './addressNames';
import { Sentences } from '../ui/Sentences';
import styles from './RefusedValues.module.css';

type RefusedValuesProps = {
  /** At least one. */
  readonly values: readonly RefusedValue[];
  /** The address as it was opened; another one is told again. */
  readonly arrival: URLSearchParams;
};

/** The values of an address that are not taken, each with what is used instead and what is possible. */
export function RefusedValues({ values, arrival }: RefusedValuesProps) {
  const { t } = useLingui();
  const address = arrival.toString();
  const { isShown, dismiss } = useDismissal(wasDismissed(address) ? null : arrival);
  if (!isShown) return null;
  const dismissForGood = () => {
    keepDismissed(address);
    dismiss();
  };
  return (
    <div className={styles.notice} data-presenter="notice">
      <Message tone="warning" title={t`Not everything in this address could be used.`} onDismiss={dismissForGood}>
        <ul className={styles.list}>
          {values.map((value) => (
            <Refused key={`${value.key} ${value.part ?? value.text}`} value={value} />
          ))}
        </ul>
      </Message>
    </div>
  );
}

/** What the address has, under the name that the page has for it, and why it is not taken. */
function Refused({ value }: { readonly value: RefusedValue }) {
  const { i18n } = useLingui();
  const { key, text, part, used } = value;
  const own = addressNames[key];
  const given = useAddressText(key);
  const name = given?.label ?? (own === undefined ? undefined : i18n._(own));
  const choices = given?.choices ?? {};
  return (
    <li>
      {name === undefined || value.why.kind === 'noSuchPlace' ? null : <>{name}: </>}
      <code className={styles.value}>{shortened(`${key}=${part ?? text}`)}</code>{' '}
      <Sentences>
        <Reason value={value} choices={choices} />
        <Used used={used === null ? null : (choices[used] ?? used)} />
      </Sentences>
    </li>
  );
}

const storageKey = 'featherweight.dismissedAddresses';

/** Whether a person has read and dismissed the notice of this address on an earlier load in this tab. */
function wasDismissed(address: string): boolean {
  try {
    return (window.sessionStorage.getItem(storageKey) ?? '').split(' ').includes(address);
  } catch {
    return false;
  }
}

function keepDismissed(address: string): void {
  try {
    const known = (window.sessionStorage.getItem(storageKey) ?? '').split(' ');
    window.sessionStorage.setItem(storageKey, [...known.slice(-20), address].join(' '));
  } catch {
    // Blocked or full: it shows again after a reload.
  }
}

/** The beginning of a text that is longer than a line; what cannot be seen or turns the text around is a square. */
function shortened(text: string): string {
  const characters = Array.from(text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '□'));
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text;
}

function Used({ used }: Pick<RefusedValue, 'used'>) {
  return used === null ? null : <Trans>Used instead: {used}.</Trans>;
}

/** How an address names a network with options. */
const optionExample = 'net=mobilenet-v2:width=0.5';

function isNetworkOption(name: string): boolean {
  return catalogue.some(({ options }) => Object.hasOwn(options, name));
}

type ReasonProps = { readonly value: RefusedValue; readonly choices: Choices };

/** Names of values. */
type Choices = Readonly<Record<string, string>>;

function Reason({ value: { key, why }, choices }: ReasonProps) {
  const legal = useLegalText(choices);
  switch (why.kind) {
    case 'legal': {
      const possible = legal(why.legal);
      return <Trans>Possible: {possible}.</Trans>;
    }
    case 'unknown':
      return isNetworkOption(key) ? (
        <Trans>
          Options of a network follow its name: <code>{optionExample}</code>
        </Trans>
      ) : (
        <Trans>This page has no such setting.</Trans>
      );
    case 'network':
      return <NetworkReason misfit={why.misfit} />;
    case 'noSuchPart':
      return <Trans>This network has no part of this name.</Trans>;
    case 'noSuchLayer':
      return <Trans>The figure has no layer of this name. Another one is shown.</Trans>;
    case 'noSuchPlace':
      return <Trans>This page has no section or figure of this name, so it opens at its beginning.</Trans>;
    case 'noSuchScreen':
      return (
        <Trans>
          No screen of this page has this name. Some screens come only after a guess or an answer before them.
        </Trans>
      );
    case 'ownNetwork':
      return (
        <Trans>
          Somebody opened this network from a file of their own, and only their browser keeps it. Ask for the file and
          open it on the page Live.
        </Trans>
      );
    case 'notFetched': {
      const { title } = why;
      return (
        <Trans>
          The ImageNet weights of {title} are not in this browser yet. Get them on the page Live, under the name of its
          network.
        </Trans>
      );
    }
    case 'ownPicture':
      return (
        <Trans>A picture of one’s own stays in the browser that opened it, and only until the page is closed.</Trans>
      );
    case 'tooMany': {
      const { max } = why;
      return <Trans>No more than {max} fit here.</Trans>;
    }
    case 'repeated':
      return <Trans>It is there already.</Trans>;
  }
}

function NetworkReason({ misfit }: { readonly misfit: NetworkMisfit }) {
  const legal = useLegalText({});
  switch (misfit.kind) {
    case 'noSuchNetwork':
      return <Trans>There is no network of this name here.</Trans>;
    case 'noValue': {
      const { part } = misfit;
      return <Trans>{part} has no value: options are written as name=value.</Trans>;
    }
    case 'impossible':
      return <Trans>No network can be built with these options.</Trans>;
    case 'option': {
      const name = misfit.network;
      if (misfit.misfit.kind === 'noSuchParameter') {
        const { name: option, known } = misfit.misfit;
        const options = known.join(', ');
        return (
          <Trans>
            {name} has no option {option}. It has: {options}.
          </Trans>
        );
      }
      const { name: option, got, legal: accepted }: IllegalValue = misfit.misfit;
      const possible = legal(accepted);
      return (
        <Trans>
          {option} of {name} cannot be {got}. Possible: {possible}.
        </Trans>
      );
    }
  }
}

/** More values than this are told by the first few and the last. */
const maxListed = 12;

function useLegalText(choices: Choices): (legal: Legal) => string {
  const { t, i18n } = useLingui();
  return (legal) => {
    if (legal.kind === 'values') {
      const texts = legal.values.map((value) => choices[value] ?? String(value));
      if (texts.length <= maxListed) return new Intl.ListFormat(i18n.locale, { type: 'disjunction' }).format(texts);
      return [...texts.slice(0, 3), '…', texts.at(-1)].join(', ');
    }
    const { minimum, maximum } = legal;
    return legal.isWhole ? t`whole numbers from ${minimum} to ${maximum}` : t`numbers from ${minimum} to ${maximum}`;
  };
}
