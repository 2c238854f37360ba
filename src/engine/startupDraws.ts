import { phasesOfPlace } from '../fleet/startup/phaseNames.js';
import { buildStartup, type StartupPhase, type StartupSettings } from '../fleet/startup/startup.js';
import type { IndexedStream } from '../random/keyedStream.js';

/** The startups of one service, by launch: the same numbers whenever they are asked for. */
export interface StartupDraws {
  readonly meanSeconds: number;
  /** From launch to ready, or of the n-th restart in place, from 1. */
  secondsOf(launchNumber: number, restart?: number): number;
  /** What the seconds of a launch are the sum of; undefined where the file gives no phases. */
  readonly phasesOf: ((launchNumber: number) => StartupPhase[]) | undefined;
  /** How much of a launch passes before its process begins; undefined where none does. */
  readonly placeSecondsOf: ((launchNumber: number) => number) | undefined;
}

export function startupDraws(settings: StartupSettings, stream: IndexedStream): StartupDraws {
  const { meanSeconds, sample, phases } = buildStartup(settings);
  const at = (launchNumber: number, restart: number) => {
    stream.seek(launchNumber, restart);
    return stream;
  };
  const phasesOf = phases && ((launchNumber: number) => phases(at(launchNumber, 0)));
  const hasPlace = 'phases' in settings && phasesOfPlace.some((name) => settings.phases[name] !== undefined);
  return {
    meanSeconds,
    secondsOf: (launchNumber, restart = 0) => sample(at(launchNumber, restart), restart > 0),
    phasesOf,
    placeSecondsOf:
      hasPlace && phasesOf !== undefined
        ? (launchNumber) =>
            phasesOf(launchNumber).reduce(
              (sum, { name, seconds }) => (phasesOfPlace.includes(name) ? sum + seconds : sum),
              0,
            )
        : undefined,
  };
}
