import { consumerFigures } from '../analysis/consumerFigures.js';
import { partFigures } from './partFigures.js';
import { type PartContext, partLines } from './partLines.js';
import type { Standing } from './standing.js';

/** Where requests have consumers: what each asked for and got. */
export function consumerLines(standings: readonly Standing[], context: PartContext): string[] {
  return partLines({ kind: 'consumers', figures: consumerFigures, shownAs: partFigures }, standings, context);
}
