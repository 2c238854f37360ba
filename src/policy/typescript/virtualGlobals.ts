import { DEFAULT_START_SECONDS } from '../../base/calendarDates.js';
import type { PolicyHost } from '../policy.js';
import { policyStream } from '../policyStream.js';

/** What a policy's clocks and lots go by. */
export type ModuleClock = Partial<Pick<PolicyHost, 'nowSeconds' | 'startSeconds' | 'random'>>;

/**
 * `Date`, `Math` and `performance` of a TypeScript policy: the same as everywhere, but that now is the time of the run and
 * lots are the run's. A cooldown by the wall clock would never end: an hour passes here in some milliseconds.
 */
export function virtualGlobals(host: ModuleClock): { Date: DateConstructor; Math: Math; performance: object } {
  const runMilliseconds = () => (host.nowSeconds?.() ?? 0) * 1000;
  const nowMilliseconds = () => Math.floor((host.startSeconds ?? DEFAULT_START_SECONDS) * 1000 + runMilliseconds());
  const RealDate = Date;
  const stream = policyStream(host.random);
  return {
    Date: new Proxy(RealDate, {
      // Called without `new` it gives the text of now.
      apply: () => String(new RealDate(nowMilliseconds())),
      construct: (_, parts, target) =>
        Reflect.construct(RealDate, parts.length === 0 ? [nowMilliseconds()] : parts, target),
      get: (date, name) => (name === 'now' ? nowMilliseconds : Reflect.get(date, name)),
    }),
    Math: Object.defineProperties(
      {},
      { ...Object.getOwnPropertyDescriptors(Math), random: { value: () => stream.uniform() } },
    ) as Math, // safe: it has all properties of Math
    performance: { now: runMilliseconds, timeOrigin: nowMilliseconds() - runMilliseconds() },
  };
}
