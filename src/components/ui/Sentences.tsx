import { Children, Fragment, type ReactNode } from 'react';
import { useSentenceGap } from './usePunctuation';

/** Sentences one after the other, with what the page's language puts between two: a space, or nothing after a Chinese full stop. */
export function Sentences({ children }: { readonly children: ReactNode }) {
  const gap = useSentenceGap();
  return Children.toArray(children).map((sentence, index) => (
    <Fragment key={index}>
      {index === 0 ? null : gap}
      {sentence}
    </Fragment>
  ));
}
