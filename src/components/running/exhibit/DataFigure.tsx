import type { ComponentProps, ReactNode } from 'react';
import { Figure } from '../../ui/Figure';
import { ExhibitFrame } from './ExhibitFrame';

type DataFigureProps = Omit<ComponentProps<typeof ExhibitFrame>, 'isAsked'> & {
  readonly title: string;
  readonly caption: ReactNode;
};

/** A figure of values that a trained network computes for the sample photo, once it is asked to. */
export function DataFigure({ title, caption, ...frame }: DataFigureProps) {
  return (
    <Figure title={title} caption={caption}>
      <ExhibitFrame {...frame} />
    </Figure>
  );
}
