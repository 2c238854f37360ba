import type { z } from 'zod';
import { type admissionSettings, buildAdmission } from './admissions/index.js';
import { type CircuitBreakerSettings, circuitBreakers } from './circuitBreaker.js';
import type { Guard } from './guard.js';
import type { GuardContext } from './guardContext.js';
import { Guards } from './guards.js';
import { type RateLimitSettings, rateLimit } from './rateLimit.js';

/** The sections of a gateway that may refuse a try. */
export interface GuardSettings {
  readonly rateLimit?: RateLimitSettings | undefined;
  readonly circuitBreaker?: CircuitBreakerSettings | undefined;
  readonly admission?: z.output<typeof admissionSettings> | undefined;
}

/**
 * What guards a service, in the order of a try's way; undefined where nothing does.
 *
 * @param others those that the gateway section does not name: asked first, and such as only hear how tries end
 */
export function buildGuards(
  settings: GuardSettings,
  context: GuardContext,
  { first, last }: { readonly first: readonly Guard[]; readonly last: readonly Guard[] },
): Guards | undefined {
  const guards = [...first, ...guardKinds.flatMap((kind) => kind(settings, context)), ...last];
  return guards.length === 0 ? undefined : new Guards(guards, context);
}

/** Every kind of guard: those of its section, none without it. */
const guardKinds: readonly ((settings: GuardSettings, context: GuardContext) => Guard[])[] = [
  ({ rateLimit: limits }, context) => (limits === undefined ? [] : [sharedLimit(limits, context)]),
  ({ admission }, context) => (admission === undefined ? [] : [buildAdmission(admission, context)]),
  ({ circuitBreaker }, context) => (circuitBreaker === undefined ? [] : circuitBreakers(circuitBreaker, context)),
];

/** What the gateway limits it limits once, whichever services the tries go to. */
function sharedLimit(settings: RateLimitSettings, context: GuardContext): Guard {
  const known = context.shared.get(settings);
  if (known !== undefined) return known;
  const limit = rateLimit(settings, context);
  context.shared.set(settings, limit);
  return limit;
}
