import type { SheetFigure } from './chapterSheets';
import { CountedBlock } from './CountedBlock';
import { CountedPart } from './CountedPart';
import { RankedNetworks } from './RankedNetworks';

type SheetDrawingProps = { readonly figure: SheetFigure; readonly isAnswered: boolean };

/** The first task of a sheet: a figure in the state of the address, with blanks to fill in. */
export function SheetDrawing({ figure, isAnswered }: SheetDrawingProps) {
  switch (figure.kind) {
    case 'block':
      return <CountedBlock explorable={figure.explorable} isAnswered={isAnswered} />;
    case 'part':
      return <CountedPart network={figure.network} first={figure.first} isAnswered={isAnswered} />;
    case 'networks':
      return <RankedNetworks isAnswered={isAnswered} />;
  }
}
