import { z } from 'zod';
import { mapValues } from '../../base/mapValues.js';
import type { Distribution } from '../../random/distribution.js';
import { buildDistribution, distributionSettings, scaledDistribution } from '../../random/distributions/index.js';
import { buildDownload, type DownloadSettings, downloadSchema } from './download.js';
import { type PhaseName, phaseNames } from './phaseNames.js';

const phase = () => z.union([downloadSchema, distributionSettings]).optional();

/** A startup as a sum; what is left out takes no time. */
export const phasesSchema = z
  .strictObject({
    node: phase().meta({ description: 'Until there is a machine; not taken again by a restart in place' }),
    image: phase().meta({ description: 'The image is pulled; not taken again by a restart in place' }),
    weights: phase().meta({ description: "A model's weights, or other data, are loaded" }),
    compile: phase().meta({ description: 'Code is compiled' }),
    graphs: phase().meta({ description: 'CUDA graphs are captured' }),
    init: phase().meta({ description: 'All else until the process answers' }),
  } satisfies Record<PhaseName, z.ZodType>)
  .refine((phases) => Object.values(phases).some((one) => one !== undefined), {
    // An unknown phase is told alone.
    when: ({ issues }) => issues.length === 0,
    error: 'has no phase\nA startup is the sum of its phases.\nwrite for example { image: 20s, init: 5s }.',
  });

export type PhasesSettings = z.output<typeof phasesSchema>;
type PhaseSettings = NonNullable<PhasesSettings[PhaseName]>;

const isDownload = (settings: PhaseSettings): settings is DownloadSettings => 'size' in settings;

/** The phases that are given, in their order. */
export function buildPhases(settings: PhasesSettings): { readonly name: PhaseName; readonly law: Distribution }[] {
  return phaseNames.flatMap((name) => {
    const own = settings[name];
    if (own === undefined) return [];
    return [{ name, law: isDownload(own) ? buildDownload(own) : buildDistribution(own) }];
  });
}

/** Every phase takes `factor` times as long, factor > 0. */
export function scaledPhases(phases: PhasesSettings, factor: number): PhasesSettings {
  return mapValues(phases, (own) => {
    if (own === undefined) return undefined;
    return isDownload(own) ? { ...own, at: own.at / factor } : scaledDistribution(own, factor);
  });
}
