import { oneOf } from '../../ui/address/parsers';

export const tableWidths = ['0.5', '1', '1.5', '2'] as const;
export const tableResolutions = ['own', '128', '160', '192', '224'] as const;

/** At which width and resolution the table of networks counts; a worksheet has the same, and at the same address. */
export const tableState = {
  parsers: { width: oneOf(tableWidths).withDefault('1'), resolution: oneOf(tableResolutions).withDefault('own') },
  urlKeys: { width: 'table.width', resolution: 'table.resolution' },
} as const;
