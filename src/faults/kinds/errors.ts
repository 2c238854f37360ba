import { z } from 'zod';
import { drawVictims, faultKind, noted, stillThere, victimShape } from '../fault.js';

export const errors = faultKind({
  name: 'errors',
  summary: 'Makes a share of the answers errors, at full speed',
  shape: { ...victimShape, rate: z.number().min(0).max(1) },
  lasts: true,
  begin: (settings, world) => {
    const { table } = world;
    const victims = noted(drawVictims(settings, world), table);
    const before = victims.map(({ instance }) => table.errorRatio[instance]);
    for (const { instance } of victims) {
      const ratio = table.errorRatio[instance];
      table.errorRatio[instance] = ratio + settings.rate - ratio * settings.rate;
    }
    return () => {
      const left = new Set(stillThere(victims, table));
      for (const [index, { instance }] of victims.entries()) {
        if (left.has(instance)) table.errorRatio[instance] = before[index];
      }
    };
  },
});
