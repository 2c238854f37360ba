import { checksShape, drawVictims, faultKind, together, victimShape } from '../fault.js';

/** What a pause does to requests; but it can look healthy to checks. */
export const stall = faultKind({
  name: 'stall',
  summary: 'Instances accept requests and answer none; when it is over they serve what they hold',
  shape: { ...victimShape, ...checksShape },
  lasts: true,
  begin(settings, world) {
    const { effects } = world;
    const victims = drawVictims(settings, world);
    return together(effects.pause(victims), effects.check(victims, settings.checks));
  },
});
