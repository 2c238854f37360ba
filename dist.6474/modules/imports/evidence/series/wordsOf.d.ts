import type { SeriesPart, ValueForm } from './knownSeries.js';
/** The part that free words name; undefined where they name none. */
export declare function partOfWords(text: string): SeriesPart | undefined;
/** What a unit makes of a value; undefined where it is none that is known. `m` is minutes, of CPU thousandths of a core. */
export declare function formOfUnit(unit: string, part?: SeriesPart): ValueForm | undefined;
