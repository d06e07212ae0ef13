import type { SheetFigure } from './chapterSheets';
import { partParameter } from './partParameter';

/**
 * What a sheet's address says of its figure, as the chapter's own address has it: `fire.squeeze=32`.
 * @param hash of the sheet's address
 */
export function stateOfSheet(figure: SheetFigure, hash: string): string {
  const [, query = ''] = hash.split('?');
  const parts = query.split('&');
  switch (figure.kind) {
    case 'block':
      return parts.filter((part) => part.startsWith(`${figure.explorable.id}.`)).join('&');
    case 'part':
      return parts
        .filter((part) => part.startsWith(`${partParameter}=`))
        .map((part) => part.replace(partParameter, 'at'))
        .join('&');
    case 'networks':
      return parts.filter((part) => part.startsWith('table.width=') || part.startsWith('table.resolution=')).join('&');
  }
}
