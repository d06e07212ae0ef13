import {
  useQueryState,
  useQueryStates,
  type SingleParserBuilder,
  type UrlKeys,
  type UseQueryStatesKeysMap,
} from 'nuqs';
import { useMemo } from 'react';
import { refusalOf, writtenOf, type AddressParser } from './refusalOf';
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
        const [text, ...repeated] = arrived.getAll(key);
        if (text === undefined) return [];
        const used = writtenOf(parser.parse(text) ?? parser.defaultValue);
        return [
          refusalOf(key, text, parser) ?? [],
          repeated.map((other) => ({ key, text: other, used, why: { kind: 'repeated' as const } })),
        ].flat();
      }),
    [parsers, urlKeys, arrived],
  );
  useReading(keys, refused);
}
