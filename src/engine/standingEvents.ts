import type { BreakerState, StandingNews } from '../gateway/guards/standingNews.js';
import type { EventFields, EventKind } from '../record/runEvents.js';
import type { AssembledService } from './assembleService.js';
import type { Core } from './core.js';

const kindOf = {
  closed: 'breaker_closed',
  open: 'breaker_open',
  'half-open': 'breaker_half_open',
} as const satisfies Record<BreakerState, EventKind>;

/** Whom breakers and ejections of a service tell: the events, and what is drawn; undefined where nobody listens. */
export function standingNews(
  core: Core,
  service: Pick<AssembledService, 'name' | 'standing'>,
): StandingNews | undefined {
  const events = standingEvents(core, service);
  const { standing } = service;
  if (standing === undefined) return events;
  const { nowSeconds } = core;
  return {
    breaker(state, untilSeconds, instance) {
      events?.breaker(state, untilSeconds, instance);
      standing.breaker(state, instance, nowSeconds());
    },
    ejection(isOut, instance) {
      events?.ejection(isOut, instance);
      standing.ejection(isOut, instance, nowSeconds());
    },
  };
}

function standingEvents(
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
