import { Cheapest } from './cheapest.js';
import type { Chooser } from './chooser.js';
import type { ChooserParts } from './chooserParts.js';
import { Fastest } from './fastest.js';

/** The one list of rules by which a route may choose, by their names in `choose`; weights need none. */
export const choosers: Readonly<
  Record<'weight' | 'cheapest' | 'fastest', (parts: ChooserParts) => Chooser | undefined>
> = {
  weight: () => undefined,
  cheapest: (parts) => new Cheapest(parts),
  fastest: (parts) => new Fastest(parts),
};
