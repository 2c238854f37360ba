import { checksShape, drawVictims, faultKind, victimShape } from '../fault.js';

/** What a pause does to requests; but it can look healthy to checks. */
export const stall = faultKind({
  name: 'stall',
  summary: 'Instances accept requests and answer none; when it is over they serve what they hold',
  shape: { ...victimShape, ...checksShape },
  lasts: true,
  begin(settings, world) {
    return world.effects.hang(drawVictims(settings, world), settings.checks);
  },
});
