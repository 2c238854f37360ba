import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import type { EjectionRules } from './ejection.js';

/** Passive health checks, with Envoy's words and defaults (outlier detection). Times in seconds. */
export const ejectionSchema = z
  .strictObject({
    consecutiveErrors: z.int().min(1).default(5).meta({ description: 'Failed tries in a row that eject an instance' }),
    interval: durationSchema({ sign: 'positive' }).prefault('10s').meta({ description: 'Between sweeps' }),
    baseTime: durationSchema({ sign: 'positive' })
      .prefault('30s')
      .meta({ description: 'The k-th ejection lasts k x it' }),
    maxTime: durationSchema({ sign: 'positive' }).prefault('300s'),
    maxPercent: z
      .number()
      .min(0)
      .max(100)
      .default(10)
      .meta({ description: 'Of the ready instances that may be out, rounded down; one always may' }),
    successRate: z
      .union([
        z.strictObject({
          stdevFactor: z.number().min(0).default(1.9).meta({ description: 'Standard deviations below the mean' }),
          minimumInstances: z.int().min(1).default(5),
          minimumRequests: z.int().min(1).default(100).meta({ description: 'Of an instance since the last sweep' }),
        }),
        z.literal('none'),
      ])
      .prefault({})
      .meta({
        description: 'At every sweep: those whose share of good answers is far below the others; `none`: never',
      }),
  })
  .meta({ description: 'Takes instances out of rotation by how tries at them end' });

export type EjectionSettings = z.output<typeof ejectionSchema>;

/** The rules that the settings mean. */
export function ejectionRules(settings: EjectionSettings): EjectionRules {
  return {
    consecutiveErrors: settings.consecutiveErrors,
    intervalSeconds: settings.interval,
    baseSeconds: settings.baseTime,
    maxSeconds: settings.maxTime,
    maxRatio: settings.maxPercent / 100,
    successRate: settings.successRate === 'none' ? undefined : settings.successRate,
  };
}
