import { drawVictims, faultKind, victimShape } from '../fault.js';

export const pause = faultKind({
  name: 'pause',
  summary: 'Instances serve nothing and keep what they hold; their checks fail',
  shape: victimShape,
  lasts: true,
  begin(settings, world) {
    return world.effects.hang(drawVictims(settings, world), 'fail');
  },
});
