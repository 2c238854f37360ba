import { z } from 'zod';
import {
  buildDistribution,
  distributionSettings,
  scaledDistribution,
  typicalSecondsOf,
} from '../../random/distributions/index.js';
import type { Stream } from '../../random/stream.js';
import { type PhaseName, phasesOfPlace } from './phaseNames.js';
import { buildPhases, phasesSchema, scaledPhases } from './phases.js';

/** Launch to ready: one law, or a sum of phases. */
export const startupSettings = z.union([z.strictObject({ phases: phasesSchema }), distributionSettings]);
export type StartupSettings = z.output<typeof startupSettings>;

/** How long an instance takes to start. */
export interface Startup {
  /** Of a launch, and of a restart in place. */
  readonly meanSeconds: number;
  readonly restartMeanSeconds: number;
  /** One draw; a restart in place has its node and image. */
  sample(stream: Stream, isRestart: boolean): number;
  /** The phases of the very draw that `sample` makes for a launch; undefined where the file gives none. */
  readonly phases?: ((stream: Stream) => StartupPhase[]) | undefined;
}

export interface StartupPhase {
  readonly name: PhaseName;
  readonly seconds: number;
}

export function buildStartup(settings: StartupSettings): Startup {
  if (!('phases' in settings)) {
    const law = buildDistribution(settings);
    return {
      meanSeconds: law.meanSeconds,
      restartMeanSeconds: law.meanSeconds,
      sample: (stream) => law.sample(stream),
    };
  }
  const phases = buildPhases(settings.phases);
  const inPlace = phases.filter(({ name }) => !phasesOfPlace.includes(name));
  const meanOf = (some: typeof phases) => some.reduce((sum, { law }) => sum + law.meanSeconds, 0);
  return {
    meanSeconds: meanOf(phases),
    restartMeanSeconds: meanOf(inPlace),
    sample: (stream, isRestart) => (isRestart ? inPlace : phases).reduce((sum, { law }) => sum + law.sample(stream), 0),
    phases: (stream) => phases.map(({ name, law }) => ({ name, seconds: law.sample(stream) })),
  };
}

/** A startup that takes `factor` times as long, factor > 0. */
export function scaledStartup(settings: StartupSettings, factor: number): StartupSettings {
  if (!('phases' in settings)) return scaledDistribution(settings, factor);
  return { phases: scaledPhases(settings.phases, factor) };
}

/** The seconds that stand for a startup where one number must. */
export function typicalStartupSeconds(settings: StartupSettings): number {
  return 'phases' in settings ? buildStartup(settings).meanSeconds : typicalSecondsOf(settings);
}
