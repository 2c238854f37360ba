import type { BreakerState, StandingNews } from '../gateway/guards/standingNews.js';
import type { EventFields, EventKind } from '../record/runEvents.js';
import type { AssembledService } from './assembleService.js';
import type { Core } from './core.js';

const kindOf = {
  closed: 'breaker_closed',
  open: 'breaker_open',
  'half-open': 'breaker_half_open',
} as const satisfies Record<BreakerState, EventKind>;

/** Tells of breakers and ejections as events; undefined where nobody asked for events. */
export function standingEvents(
  { input, nowSeconds }: Core,
  { name: service }: Pick<AssembledService, 'name'>,
): StandingNews | undefined {
  const { onEvent } = input;
  if (onEvent === undefined) return undefined;
  const tell = <Kind extends EventKind>(kind: Kind, fields: EventFields<Kind>): void =>
    onEvent({ time_s: nowSeconds(), kind, ...fields });
  return {
    breaker(state, untilSeconds, instance) {
      const whose = instance === undefined ? { service } : { service, instance };
      if (state === 'open') tell(kindOf[state], { ...whose, until_s: untilSeconds });
      else tell(kindOf[state], whose);
    },
    ejection(isOut, instance) {
      tell(isOut ? 'ejected' : 'returned', { service, instance });
    },
  };
}
