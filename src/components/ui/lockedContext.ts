import { createContext } from 'react';

/** Whether the controls around here are disabled together: see `Locked`. */
export const LockedContext = createContext(false);
