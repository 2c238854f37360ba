import { formatDuration } from '../base/duration.js';
import type { Finding } from './finding.js';
import { type GatewayView, gatewayViews } from './gatewayOf.js';
import type { Scenario } from './schema.js';

/** Hedging that begins no try, or fewer than it says. */
export function hedgingMistakes(scenario: Scenario): Finding[] {
  return gatewayViews(scenario).flatMap(mistakesOf);
}

function mistakesOf({ gateway, says, pathOf }: GatewayView): Finding[] {
  const { hedging, retries, timeout, totalTimeout } = gateway;
  if (hedging === undefined || !says('hedging')) return [];
  const { after, attempts } = hedging;
  const warn = (key: string, what: string, why: string, fix: string): Finding[] => [
    { code: 'no-effect', path: [...pathOf('hedging'), key], what, why, fix, isWarning: true },
  ];
  if (retries !== undefined && retries.attempts < attempts) {
    const left = retries.attempts === 1 ? 'no try is ever added' : `at most ${retries.attempts} tries are made`;
    return warn(
      'attempts',
      `is ${attempts}, but retries.attempts is ${retries.attempts}: ${left}`,
      'The attempts of `retries` count every try of a request.',
      `raise retries.attempts to ${attempts}.`,
    );
  }
  const [name, least] =
    (totalTimeout ?? Number.POSITIVE_INFINITY) < (timeout ?? Number.POSITIVE_INFINITY)
      ? ['totalTimeout', totalTimeout]
      : ['timeout', timeout];
  if (after === 'p95' || least === undefined || after < least) return [];
  return warn(
    'after',
    `is ${formatDuration(after)}, but ${name} is ${formatDuration(least)}: no try is ever added`,
    'A try is over by then.',
    `choose less than ${formatDuration(least)}.`,
  );
}
