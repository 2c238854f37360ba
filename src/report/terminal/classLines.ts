import { classFigures } from '../analysis/classFigures.js';
import { askerFigures } from './askerFigures.js';
import { type PartContext, partLines } from './partLines.js';
import type { Standing } from './standing.js';

/** Where models answer several request classes: what each got. */
export function classLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines({ kind: 'classes', figures: classFigures, shownAs: askerFigures }, standings, context);
}
