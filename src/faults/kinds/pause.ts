import { drawVictims, faultKind, together, victimShape } from '../fault.js';

export const pause = faultKind({
  name: 'pause',
  summary: 'Instances serve nothing and keep what they hold; the gateway does not notice',
  shape: victimShape,
  lasts: true,
  begin(settings, world) {
    const { effects } = world;
    const victims = drawVictims(settings, world);
    return together(effects.pause(victims), effects.check(victims, 'fail'));
  },
});
