import { phase } from '../../fleet/instanceTable.js';
import { drawVictims, faultKind, noted, stillThere, victimShape } from '../fault.js';

export const pause = faultKind({
  name: 'pause',
  summary: 'Instances serve nothing and keep what they hold; the gateway does not notice',
  shape: victimShape,
  lasts: true,
  begin: (settings, world) => {
    const { table, work } = world;
    // Two pauses of one instance do not add up: the first holds it.
    const fresh = drawVictims(settings, world).filter((instance) => Number.isNaN(table.pausedSinceSeconds[instance]));
    const victims = noted(fresh, table);
    for (const { instance } of victims) work.pause(instance, world.nowSeconds());
    return () => {
      for (const instance of stillThere(victims, table)) {
        if (table.phase[instance] !== phase.free) work.resume(instance, world.nowSeconds());
      }
    };
  },
});
