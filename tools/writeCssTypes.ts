import { writeCssTypes } from './cssTypes';

await writeCssTypes();
