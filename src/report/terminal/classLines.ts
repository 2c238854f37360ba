import { classFigures } from '../analysis/classFigures.js';
import { partFigures } from './partFigures.js';
import { type PartContext, partLines } from './partLines.js';
import type { Standing } from './standing.js';

/** Where there are models and several request classes: what each got. */
export function classLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines({ kind: 'classes', figures: classFigures, shownAs: partFigures }, standings, context);
}
