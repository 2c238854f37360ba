import { drawVictims, faultKind, victimShape } from '../fault.js';

export const crash = faultKind({
  name: 'crash',
  summary: 'Instances are gone at once; what was inside is aborted, the fleet asks for others',
  shape: victimShape,
  lasts: false,
  begin: (settings, world) => {
    for (const instance of drawVictims(settings, world)) world.fleet.lose(instance, 'crash');
    return undefined;
  },
});
