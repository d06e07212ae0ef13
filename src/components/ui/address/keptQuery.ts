import { createContext, use } from 'react';

/** Whether answers are hidden: a teacher's choice for a class, which the whole course keeps. */
export const answersParameter = 'answers';
export const answersHidden = 'hidden';

/** What every link of the app takes along from the address: `answers=hidden`, or nothing. */
export const KeptQuery = createContext('');

/** Adds to the address of a page what links take along. */
export function useKeepingAddress(): (address: string) => string {
  const kept = use(KeptQuery);
  return (address) => withKept(address, kept);
}

/** @param kept `name=value`, or nothing; an address that has a value of this name keeps its own */
export function withKept(address: string, kept: string): string {
  const [path = '', query = ''] = address.split('?', 2);
  const [name = ''] = kept.split('=', 1);
  if (kept === '' || new URLSearchParams(query).has(name)) return address;
  return `${path}?${query === '' ? kept : `${query}&${kept}`}`;
}
