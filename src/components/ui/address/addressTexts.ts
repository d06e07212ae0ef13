import { useEffect, useId } from 'react';
import { create } from 'zustand';

/** What a page calls a value of its address and the values that it can have. */
export type AddressText = {
  readonly label: string;
  /** Names of the values; those without a name show as they are. */
  readonly choices?: Readonly<Record<string, string>>;
};

type Texts = Readonly<Record<string, AddressText>>;

/** The names that the controls of the page have given, by who gave them. */
const useTexts = create<{ readonly texts: ReadonlyMap<string, Texts> }>()(() => ({ texts: new Map() }));

/** Names values of the address, by their keys, while the caller is on the page. `texts` keeps its identity while it is the same. */
export function useAddressTexts(texts: Texts): void {
  const id = useId();
  useEffect(() => {
    useTexts.setState(({ texts: known }) => ({ texts: new Map(known).set(id, texts) }));
    return () => {
      useTexts.setState(({ texts: known }) => ({ texts: new Map([...known].filter(([giver]) => giver !== id)) }));
    };
  }, [id, texts]);
}

/** The name of a value of the address; undefined where no control of the page has given it one. */
export function useAddressText(key: string): AddressText | undefined {
  return useTexts(({ texts }) => [...texts.values()].find((each) => Object.hasOwn(each, key))?.[key]);
}
