import { useLingui } from '@lingui/react/macro';

/** Joins words as the page's language punctuates them. */
export type Punctuation = {
  /** `name: value` */
  readonly pair: (name: string, value: string) => string;
  /** `one, two` */
  readonly list: (words: readonly string[]) => string;
  /** `one: 1; two: 2` */
  readonly clauses: (clauses: readonly string[]) => string;
  /** `One. Other.` */
  readonly sentences: (sentences: readonly string[]) => string;
};

export function usePunctuation(): Punctuation {
  const { t } = useLingui();
  const gap = useSentenceGap();
  return {
    pair: (name, value) => t`${name}: ${value}`,
    list: (words) => joined(words, (one, other) => t`${one}, ${other}`),
    clauses: (clauses) => joined(clauses, (one, other) => t`${one}; ${other}`),
    sentences: (sentences) => sentences.join(gap),
  };
}

/** What stands between two sentences of the page's language. */
export function useSentenceGap(): string {
  const { i18n } = useLingui();
  return i18n.locale.startsWith('zh') ? '' : ' ';
}

function joined(words: readonly string[], join: (one: string, other: string) => string): string {
  const [first = '', ...rest] = words;
  return rest.reduce(join, first);
}
