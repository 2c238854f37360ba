import { z } from 'zod';
import { drawVictims, faultKind, victimShape } from '../fault.js';
export const errors = faultKind({
    name: 'errors',
    summary: 'Makes a share of the answers errors, at full speed',
    shape: { ...victimShape, rate: z.number().min(0).max(1) },
    lasts: true,
    begin: (settings, world) => world.effects.fail(drawVictims(settings, world), settings.rate),
});
