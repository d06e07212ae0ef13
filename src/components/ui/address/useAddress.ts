import {
  useQueryState,
  useQueryStates,
  type SingleParserBuilder,
  type UrlKeys,
  type UseQueryStatesKeysMap,
} from 'nuqs';
import { useMemo } from 'react';
import { refusalOf, type AddressParser } from './refusalOf';
import { useArrivedQuery, useReading } from './readings';

const noUrlKeys: Readonly<Record<string, string>> = {};

/**
 * Values in the page's address and a setter, as `useQueryStates` of nuqs; says which values are not taken (`AddressNotice`).
 * @param urlKeys names in the address, where they differ
 */
export function useAddress<P extends UseQueryStatesKeysMap & Readonly<Record<string, AddressParser>>>(
  parsers: P,
  urlKeys?: UrlKeys<P>,
) {
  useChecked(parsers, urlKeys ?? noUrlKeys);
  return useQueryStates(parsers, urlKeys === undefined ? {} : { urlKeys });
}

/** One value in the page's address and a setter. */
export function useAddressValue<T>(key: string, parser: SingleParserBuilder<T> & { readonly defaultValue: T & {} }) {
  const parsers = useMemo(() => ({ [key]: parser }), [key, parser]);
  useChecked(parsers, noUrlKeys);
  return useQueryState(key, parser);
}

function useChecked(
  parsers: Readonly<Record<string, AddressParser>>,
  urlKeys: Readonly<Record<string, string | undefined>>,
) {
  const arrived = useArrivedQuery();
  const keys = Object.keys(parsers).map((name) => urlKeys[name] ?? name);
  const refused = useMemo(
    () =>
      Object.entries(parsers).flatMap(([name, parser]) => {
        const key = urlKeys[name] ?? name;
        const text = arrived.get(key);
        return (text === null ? null : refusalOf(key, text, parser)) ?? [];
      }),
    [parsers, urlKeys, arrived],
  );
  useReading(keys, refused);
}
