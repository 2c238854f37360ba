import { z } from 'zod';
import { drawVictims, faultKind, victimShape } from '../fault.js';
export const slow = faultKind({
    name: 'slow',
    summary: 'Multiplies the cpu and io of phases that begin while it lasts',
    shape: { ...victimShape, factor: z.number().positive() },
    lasts: true,
    begin: (settings, world) => world.effects.slow(drawVictims(settings, world), settings.factor),
});
