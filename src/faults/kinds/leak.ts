import { sizeSchema } from '../../base/quantity.js';
import { drawVictims, faultKind, victimShape } from '../fault.js';

export const leak = faultKind({
  name: 'leak',
  summary:
    'Memory of instances leaks while it lasts; one that reaches `memory` is killed (OOM) and starts again in place',
  shape: { ...victimShape, perHour: sizeSchema().meta({ description: 'What leaks in an hour, of each victim' }) },
  lasts: true,
  begin(settings, world) {
    return world.effects.leak(drawVictims(settings, world), settings.perHour / 3600);
  },
});
