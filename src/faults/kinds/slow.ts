import { z } from 'zod';
import { checksShape, drawVictims, faultKind, together, victimShape } from '../fault.js';

export const slow = faultKind({
  name: 'slow',
  summary: 'Multiplies the cpu and io of phases that begin while it lasts',
  shape: { ...victimShape, ...checksShape, factor: z.number().positive() },
  lasts: true,
  begin(settings, world) {
    const { effects } = world;
    const victims = drawVictims(settings, world);
    return together(effects.slow(victims, settings.factor), effects.check(victims, settings.checks));
  },
});
