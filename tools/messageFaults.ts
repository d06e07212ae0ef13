import { unwantedWords } from './unwantedWords.ts';

/** What a catalogue says of a message: its translation, empty where there is none yet. */
export type CatalogueEntry = { readonly translation: string; readonly message?: string };

export type MessageFaults = {
  /** Messages without a translation: new, or changed in the source. */
  readonly untranslated: readonly string[];
  /** Messages that the source no longer has. */
  readonly stale: readonly string[];
  /** Messages whose translation has other {values} or <tags> than the source, and would show the wrong thing. */
  readonly mismatched: readonly string[];
  /** Messages and translations that are not set as print sets them, see `isMisset`. */
  readonly misset: readonly string[];
  /** Messages and translations with a word that this field does not use, each with the one to use. */
  readonly unwanted: readonly string[];
};

/** Compares a catalogue with the messages in the source, both by message id. */
export function messageFaults(
  source: ReadonlyMap<string, string>,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): MessageFaults {
  const messages = [...source].map(([id, text]) => ({ text, translation: catalogue.get(id)?.translation ?? '' }));
  return {
    untranslated: messages.filter(({ translation }) => translation === '').map(({ text }) => text),
    stale: [...catalogue].filter(([id]) => !source.has(id)).map(([id, { message }]) => message ?? id),
    mismatched: messages
      .filter(({ text, translation }) => translation !== '' && placeholders(translation) !== placeholders(text))
      .map(({ text }) => text),
    misset: messages.flatMap(({ text, translation }) => [text, translation].filter(isMisset)),
    unwanted: messages.flatMap(({ text, translation }) => [text, translation].flatMap(unwantedIn)),
  };
}

/**
 * Whether a text has a typewriter's characters: a straight quotation mark or apostrophe (want “ ” ’), a space between a
 * number and its percent sign, the letter x between sizes or after a factor (want ×), a hyphen before a negative number
 * (want −), or three full stops (want …).
 */
function isMisset(text: string): boolean {
  return /['"]|[\d}>] %(?![\w(])|\dx(?![a-z])|(?:^|[\s(=])-\d|\.\.\./.test(text);
}

function unwantedIn(text: string): readonly string[] {
  return unwantedWords.filter(({ word }) => word.test(text)).map(({ wanted }) => `${wanted}: ${text}`);
}

/** The sorted values and tags of a message. Of a plural only its value: languages differ in their forms. */
function placeholders(message: string): string {
  const isPlural = /\{\s*\w+\s*,/.test(message);
  const found = message.match(isPlural ? /\{\s*\w+\s*(?=,)/g : /\{\s*\w+\s*\}|<\/?\d+\/?>/g) ?? [];
  return found
    .map((part) => part.replaceAll(/\s/g, ''))
    .sort()
    .join(' ');
}
