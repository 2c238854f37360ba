import { formatDuration } from '../base/duration.js';
import { callsOfEntry } from '../gateway/calls/settings.js';
import type { GatewaySettings } from '../gateway/settings.js';
import type { Finding } from './finding.js';
import { type GatewayView, gatewayViews } from './gatewayOf.js';
import { reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Hedging that begins no try, or fewer than it says. */
export function hedgingMistakes(scenario: Scenario): Finding[] {
  return gatewayViews(scenario).flatMap((view) => mistakesOf(view, scenario));
}

/** How long a try may take, and how many there are, of those who send to a service. */
interface Way {
  readonly timeout: number | undefined;
  readonly attempts: number | undefined;
  /** What the tries are of; undefined where they have the rules of the gateway. */
  readonly call: string | undefined;
}

function mistakesOf(view: GatewayView, scenario: Scenario): Finding[] {
  const { gateway, says } = view;
  if (gateway.hedging === undefined || !says('hedging')) return [];
  const seen = new Set<string>();
  return waysOf(view, scenario)
    .flatMap((way) => mistakeOf(way, view, gateway.hedging))
    .filter(({ what }) => !seen.has(what) && seen.add(what));
}

/** Sources, and calls that leave it to the gateway, go one way; a call with rules of its own goes another. */
function waysOf({ gateway, names }: GatewayView, scenario: Scenario): Way[] {
  const { traffic, requests } = scenario;
  const goesThere = (request: string) =>
    requests[request] !== undefined && names.some((name) => reachedTargets(scenario, request).includes(name));
  const calls = Object.entries(requests).flatMap(([caller, { calls: entries = [] }]) =>
    entries.flatMap(callsOfEntry).flatMap((call) => (goesThere(call.request) ? [{ caller, ...call }] : [])),
  );
  const isOwn = ({ timeout, retries }: (typeof calls)[number]) => timeout !== undefined || retries !== undefined;
  const own = calls.filter(isOwn).map(
    ({ caller, request, timeout, retries }): Way => ({
      timeout: timeout ?? gateway.timeout,
      attempts: (retries ?? gateway.retries)?.attempts,
      call: `the call of ${request} by ${caller}`,
    }),
  );
  const isOfSource = Object.values(traffic).some(({ request = Object.keys(requests)[0] }) => goesThere(request));
  // Where nobody sends anything the section is judged as it stands.
  const isPlain = isOfSource || own.length < calls.length || own.length === 0;
  const plain: Way = { timeout: gateway.timeout, attempts: gateway.retries?.attempts, call: undefined };
  return [...(isPlain ? [plain] : []), ...own];
}

function mistakeOf(
  { timeout, attempts: most, call }: Way,
  { gateway, pathOf }: GatewayView,
  hedging: GatewaySettings['hedging'],
): Finding[] {
  if (hedging === undefined) return [];
  const { after, attempts } = hedging;
  const warn = (key: string, what: string, why: string, fix: string): Finding[] => [
    { code: 'no-effect', path: [...pathOf('hedging'), key], what, why, fix, isWarning: true },
  ];
  const of = call === undefined ? '' : ` of ${call}`;
  if (most !== undefined && most < attempts) {
    const left = most === 1 ? 'no try is ever added' : `at most ${most} tries are made`;
    return warn(
      'attempts',
      `is ${attempts}, but retries.attempts${of} is ${most}: ${left}`,
      'The attempts of `retries` count every try of a request.',
      `raise retries.attempts to ${attempts}.`,
    );
  }
  const { totalTimeout } = gateway;
  const [name, least] =
    (totalTimeout ?? Number.POSITIVE_INFINITY) < (timeout ?? Number.POSITIVE_INFINITY)
      ? ['totalTimeout', totalTimeout]
      : [`timeout${of}`, timeout];
  if (after === 'p95' || least === undefined || after < least) return [];
  return warn(
    'after',
    `is ${formatDuration(after)}, but ${name} is ${formatDuration(least)}: no try is ever added`,
    'A try is over by then.',
    `choose less than ${formatDuration(least)}.`,
  );
}
