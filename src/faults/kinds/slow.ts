import { z } from 'zod';
import { drawVictims, faultKind, noted, stillThere, victimShape } from '../fault.js';

export const slow = faultKind({
  name: 'slow',
  summary: 'Multiplies the cpu and io of phases that begin while it lasts',
  shape: { ...victimShape, factor: z.number().positive() },
  lasts: true,
  begin: (settings, world) => {
    const { table } = world;
    const victims = noted(drawVictims(settings, world), table);
    for (const { instance } of victims) table.slowFactor[instance] *= settings.factor;
    return () => {
      for (const instance of stillThere(victims, table)) table.slowFactor[instance] /= settings.factor;
    };
  },
});
