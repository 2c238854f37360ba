import { formatDuration } from '../base/duration.js';
import { leastCachedTokens } from '../gateway/ai/providers/promptCache.js';
import type { OutageSettings } from '../gateway/ai/providers/settings.js';
import { hasSessions } from '../traffic/sessions/settings.js';
import { longestAnswer } from '../traffic/tokens.js';
import { afterEnd } from './afterEnd.js';
import { nameClash } from './aiRouteMistakes.js';
import type { Finding } from './finding.js';
import { reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

type Path = readonly (string | number)[];

/** Providers that nobody uses, whose name another has, whose outages cannot be, or whose limit no request fits into. */
export function providerMistakes(scenario: Scenario): Finding[] {
  const { providers = {}, routes = {} } = scenario.ai ?? {};
  return Object.entries(providers).flatMap(([name, { outages, tokensPerMinute }]): Finding[] => {
    const path = ['ai', 'providers', name];
    return [
      ...nameClash(scenario, name, path),
      ...(Object.hasOwn(routes, name) ? [alsoARoute(name, path)] : []),
      ...outages.flatMap((_, index) => outageMistakes(outages, index, { path, duration: scenario.duration })),
      ...(tokensPerMinute === undefined ? [] : tooLong(scenario, { name, tokensPerMinute, path })),
      ...unusedCache(scenario, name, path),
      ...users(scenario, name, path),
    ];
  });
}

function alsoARoute(name: string, path: Path): Finding {
  return {
    code: 'name-twice',
    path,
    what: `"${name}" is also a route`,
    why: '`route` and `fallback` name services, providers and routes alike.',
    fix: 'rename one of them.',
  };
}

interface OutageContext {
  readonly path: Path;
  readonly duration: number;
}

function outageMistakes(
  outages: readonly OutageSettings[],
  index: number,
  { path, duration }: OutageContext,
): Finding[] {
  const { at, for: lasts, kind, factor } = outages[index];
  const here = [...path, 'outages', index];
  const findings: Finding[] = [];
  if (at >= duration) {
    findings.push({
      code: 'outage-after-end',
      path: [...here, 'at'],
      what: afterEnd(at, duration),
      why: 'The outage never happens.',
      fix: 'let it begin earlier, or make the run longer.',
    });
  }
  const other = outages.slice(0, index).find((one) => one.at < at + lasts && at < one.at + one.for);
  if (other !== undefined) {
    findings.push({
      code: 'outages-overlap',
      path: here,
      what: `overlaps the one from ${formatDuration(other.at)} to ${formatDuration(other.at + other.for)}`,
      why: 'It is not clear which of them holds.',
      fix: 'let one end before the other begins.',
    });
  }
  if (factor !== undefined && kind !== 'slow') {
    findings.push({
      code: 'no-effect',
      path: [...here, 'factor'],
      what: `stands beside \`kind: ${kind}\``,
      why: 'It says how many times as long answers take while the provider is slow.',
      fix: 'remove it, or write `kind: slow`.',
    });
  }
  return findings;
}

interface LimitedProvider {
  readonly name: string;
  readonly tokensPerMinute: number;
  readonly path: Path;
}

/** Classes whose longest answer alone is more than the provider takes a minute. */
function tooLong(scenario: Scenario, { name, tokensPerMinute, path }: LimitedProvider): Finding[] {
  return Object.entries(scenario.requests).flatMap(([request, settings]): Finding[] => {
    if (settings.outputTokens === undefined || !reachedTargets(scenario, request).includes(name)) return [];
    const longest = longestAnswer(settings);
    if (longest < tokensPerMinute) return [];
    return [
      {
        code: 'never-fits',
        path: [...path, 'tokensPerMinute'],
        what: `is ${tokensPerMinute}, and answers of ${request} may have ${longest} tokens`,
        why: 'Providers count the prompt and the longest answer that a request may have: all would be answered with 429.',
        fix: `raise it, or lower requests.${request}.maxOutputTokens.`,
      },
    ];
  });
}

/** A price of cached prompts where no prompt that comes there shares enough with others. */
function unusedCache(scenario: Scenario, name: string, path: Path): Finding[] {
  const { price } = scenario.ai?.providers?.[name] ?? {};
  if (price?.cached === undefined) return [];
  const at = [...path, 'price', 'cached'];
  if (price.cached > price.input) {
    return [
      {
        code: 'out-of-range',
        path: at,
        what: `is ${price.cached}, more than \`input\``,
        why: 'What a provider has read before it bills for less.',
        fix: 'give the price of cached prompt tokens, USD of a million.',
      },
    ];
  }
  const shares = Object.entries(scenario.requests).some(
    ([request, settings]) =>
      reachedTargets(scenario, request).includes(name) &&
      (hasSessions(settings) || (settings.prefix?.tokens ?? 0) >= leastCachedTokens),
  );
  if (shares) return [];
  return [
    {
      code: 'no-effect',
      path: at,
      what: 'is the price of nothing: no prompt that comes here begins as others do',
      why: `Providers find beginnings of ${leastCachedTokens} tokens and more: those of a \`prefix\`, a \`session\` or an \`agent\`.`,
      fix: 'give requests a `prefix` or a `session`, or remove it.',
      isWarning: true,
    },
  ];
}

function users(scenario: Scenario, name: string, path: Path): Finding[] {
  if (Object.keys(scenario.requests).some((request) => reachedTargets(scenario, request).includes(name))) return [];
  return [
    {
      code: 'no-effect',
      path,
      what: 'is reached by no request class',
      why: 'No request goes there.',
      fix: `name it in a route of \`ai\`, such as \`fallback: [${name}]\`, or remove it.`,
      isWarning: true,
    },
  ];
}
