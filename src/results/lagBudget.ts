import { z } from 'zod';
import { type PhaseName, phaseNames } from '../fleet/startup/phaseNames.js';

/** Where the time between a rise in need and enough instances goes, in the order in which it passes. */
export const lagParts = ['metric_s', 'decision_s', 'limit_s', 'api_s', 'node_s', 'startup_s', 'slow_start_s'] as const;
export type LagPart = (typeof lagParts)[number];

const partsSchema = z.object({
  metric_s: z.number(),
  decision_s: z.number(),
  limit_s: z.number(),
  api_s: z.number(),
  /** Left out where instances need no node. */
  node_s: z.number().optional(),
  startup_s: z.number(),
  slow_start_s: z.number(),
} satisfies Record<LagPart, z.ZodNumber | z.ZodOptional<z.ZodNumber>>);

/**
 * One rise in need and how it was answered; without total and parts where it was over before enough instances were ready.
 *
 * Where the need is not known in advance, as of model servers, one rise of what the policy asked for.
 */
export const lagRowSchema = z.object({
  time_s: z.number(),
  service: z.string(),
  /** Counted from the decision, so that metric and decision take no time; left out where it is from the need. */
  since: z.literal('decision').optional(),
  needed_from: z.number(),
  needed_to: z.number(),
  total_s: z.number().nullable(),
  parts: partsSchema.nullable(),
  /** Of `startup_s`, where the service gives phases: seconds of each. The rest is what came on top, as a probe. */
  startup_phases_s: z.partialRecord(z.enum(phaseNames), z.number()).optional(),
  /** Of a rise that was never answered: how long the need lasted, up to the end of the run. */
  unanswered_s: z.number().optional(),
});

export type LagParts = z.output<typeof partsSchema>;
export type LagRow = z.output<typeof lagRowSchema>;

const partWords: Readonly<Record<LagPart, string>> = {
  metric_s: 'until the metrics showed it',
  decision_s: 'until the policy asked for enough',
  limit_s: 'behind a limit',
  api_s: 'the call to the provider',
  node_s: 'the wait for a node and its image',
  startup_s: 'startup',
  slow_start_s: 'slow start',
};

/** Parts whose words name a thing, not an end. */
const things: readonly LagPart[] = ['api_s', 'node_s', 'startup_s', 'slow_start_s'];

/**
 * One sentence that names the largest part of a rise's answer, or of the mean over many.
 *
 * @param durationText how the reader writes a length of time, e.g. `4 min 10 s`
 * @example "Of 4 min 10 s from the jump to enough instances, 2 min 30 s were startup."
 */
export function lagSentence(
  {
    total_s: totalSeconds,
    parts,
    unanswered_s: lostSeconds,
    startup_phases_s: phases,
    since,
  }: Pick<LagRow, 'total_s' | 'parts' | 'unanswered_s' | 'startup_phases_s' | 'since'>,
  durationText: (seconds: number) => string,
): string {
  if (totalSeconds === null || parts === null) {
    const lasted = lostSeconds === undefined ? '' : `, ${durationText(lostSeconds)} long`;
    const end = since === 'decision' ? 'fewer were asked for' : 'the need was over';
    return `Never answered: until ${end} or the run ended${lasted}, too few instances were ready.`;
  }
  if (totalSeconds === 0)
    return `Enough instances were ready when ${since === 'decision' ? 'they were asked for' : 'the need arose'}.`;
  // The first of equals, so that the sentence does not depend on anything else.
  const largest = lagParts.reduce((most, part) => ((parts[part] ?? 0) > (parts[most] ?? 0) ? part : most));
  const share = durationText(parts[largest] ?? 0);
  const verb = things.includes(largest) ? 'were' : 'passed';
  const longest = largest === 'startup_s' ? longestPhase(phases) : undefined;
  const most = longest === undefined ? '' : `, ${durationText(longest.seconds)} of them ${longest.name}`;
  return `Of ${durationText(totalSeconds)} from the ${since ?? 'jump'} to enough instances, ${share} ${verb} ${partWords[largest]}${most}.`;
}

/** The phase of a startup that took longest, the first of equals. */
export function longestPhase(
  phases: LagRow['startup_phases_s'],
): { readonly name: PhaseName; readonly seconds: number } | undefined {
  const all = phaseNames.map((name) => ({ name, seconds: phases?.[name] ?? 0 }));
  const longest = all.reduce((most, phase) => (phase.seconds > most.seconds ? phase : most));
  return longest.seconds > 0 ? longest : undefined;
}
