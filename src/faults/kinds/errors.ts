import { z } from 'zod';
import { checksShape, drawVictims, faultKind, together, victimShape } from '../fault.js';

export const errors = faultKind({
  name: 'errors',
  summary: 'Makes a share of the answers errors, at full speed',
  shape: { ...victimShape, ...checksShape, rate: z.number().min(0).max(1) },
  lasts: true,
  makesErrors: true,
  begin(settings, world) {
    const { effects } = world;
    const victims = drawVictims(settings, world);
    return together(effects.fail(victims, settings.rate), effects.check(victims, settings.checks));
  },
});
