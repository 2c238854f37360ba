import { formatDuration } from '../base/duration.js';
import { suggestion } from '../base/nearest.js';
import { buildStartup } from '../fleet/startup/startup.js';
import { policyEndingsText, policyFile } from '../policy/policyFiles.js';
import { buildDistribution } from '../random/distributions/index.js';
import { sourceWarnings } from '../traffic/sources/index.js';
import { afterEnd } from './afterEnd.js';
import { aiRouteMistakes } from './aiRouteMistakes.js';
import { apiRouteMistakes } from './apiRouteMistakes.js';
import { backgroundCpu } from './backgroundCpu.js';
import { balancerMistakes } from './balancerMistakes.js';
import { beliefMistakes } from './beliefMistakes.js';
import { calledClasses } from './callGraph.js';
import { callMistakes } from './callMistakes.js';
import { chooseMistakes } from './chooseMistakes.js';
import { clientMistakes } from './clientMistakes.js';
import { consumerMistakes } from './consumerMistakes.js';
import { contextMistakes } from './contextMistakes.js';
import { contextServerMistakes } from './contextServerMistakes.js';
import { faultMistakes } from './faultMistakes.js';
import type { Finding } from './finding.js';
import { gatewayOf } from './gatewayOf.js';
import { gpuMistakes } from './gpuMistakes.js';
import { guardMistakes } from './guardMistakes.js';
import { hedgingMistakes } from './hedgingMistakes.js';
import { leakMistakes } from './leakMistakes.js';
import { modelMistakes } from './modelMistakes.js';
import { modelServiceMistakes } from './modelServiceMistakes.js';
import { nodeMistakes } from './nodeMistakes.js';
import { pickerMistakes } from './pickerMistakes.js';
import { policySpecFindings } from './policySpecFindings.js';
import { poolMistakes } from './poolMistakes.js';
import { prefixMistakes } from './prefixMistakes.js';
import { probeMistakes } from './probeMistakes.js';
import { providerMistakes } from './providerMistakes.js';
import { qualityMistakes } from './qualityMistakes.js';
import { rolloutMistakes } from './rolloutMistakes.js';
import { routesExist } from './routesExist.js';
import { scalingMistakes } from './scalingMistakes.js';
import type { Scenario } from './schema.js';
import { sessionMistakes } from './sessionMistakes.js';
import { speedAboveVcpus } from './speedAboveVcpus.js';
import { tierMistakes } from './tierMistakes.js';
import { tokenMistakes } from './tokenMistakes.js';

type Rule = (scenario: Scenario) => Finding[];

/** Checks across keys, one named rule each. */
export function checkRules(scenario: Scenario): Finding[] {
  return rules.flatMap((rule) => rule(scenario));
}

const perRequestNeeds: Rule = ({ services }) =>
  Object.entries(services).flatMap(([name, { scaling, instance }]): Finding[] => {
    if (scaling.perRequest === undefined) return [];
    const findings: Finding[] = [];
    if (instance.concurrency !== 1) {
      findings.push({
        code: 'per-request-concurrency',
        path: ['services', name, 'scaling', 'perRequest'],
        what: `needs concurrency 1, but it is ${instance.concurrency ?? 'unlimited'}`,
        why: 'One instance serves one request at a time in this mode.',
        fix: 'add `concurrency: 1` to the instance.',
      });
    }
    if (scaling.max === 0) {
      findings.push({
        code: 'per-request-max',
        path: ['services', name, 'scaling'],
        what: 'has no `max`',
        why: 'No instance could ever start.',
        fix: "add `max`, the account's limit of concurrent instances.",
      });
    }
    if (scaling.perRequest.bill === 'idle' && scaling.perRequest.pricePerMillion > 0) {
      findings.push({
        code: 'price-per-million',
        path: ['services', name, 'scaling', 'perRequest', 'pricePerMillion'],
        what: 'has no effect',
        why: 'Where idle time is billed, invocations are not.',
        fix: 'add `bill: duration`.',
        isWarning: true,
      });
    }
    if (scaling.policy !== undefined) {
      findings.push({
        code: 'per-request-policy',
        path: ['services', name, 'scaling', 'policy'],
        what: 'stands beside perRequest',
        why: 'Requests start and stop the instances; no policy is called.',
        fix: 'remove one of the two.',
      });
    }
    return findings;
  });

const oneQueue: Rule = (scenario) =>
  Object.entries(scenario.services)
    .filter(([name, { instance }]) => gatewayOf(scenario, name).queue !== undefined && instance.queue !== undefined)
    .map(([name, { gateway }]) => ({
      code: 'two-queues',
      path: ['services', name, 'instance', 'queue'],
      what: `stands beside ${gateway?.queue === undefined ? '' : `services.${name}.`}gateway.queue`,
      why: 'Requests wait at the gateway or at the instance, not at both.',
      fix: 'remove one of the two.',
    }));

const classesExist: Rule = ({ traffic, requests }) =>
  Object.entries(traffic).flatMap(([name, { request }]): Finding[] => {
    const known = Object.keys(requests);
    const path = ['traffic', name];
    if (request === undefined) {
      const fix = `add \`request\`: ${known.join(' or ')}.`;
      return [
        {
          code: 'which-class',
          path,
          what: 'names no request class, and there are several',
          why: 'It is not clear what its requests need.',
          fix,
        },
      ];
    }
    if (known.includes(request)) return [];
    return [
      {
        code: 'unknown-class',
        path: [...path, 'request'],
        what: `"${request}" is not a request class`,
        why: 'It is not clear what its requests need.',
        fix: suggestion(request, known),
      },
    ];
  });

const policyNames = /^(none|oracle|static:\d+)$/;

const policiesAreFiles: Rule = ({ policies, services }) => {
  const named = [
    ...policies.map((text, index) => ({ text, path: ['policies', index] as PropertyKey[] })),
    ...Object.entries(services).flatMap(([name, { scaling }]) =>
      scaling.policy === undefined
        ? []
        : [{ text: scaling.policy, path: ['services', name, 'scaling', 'policy'] as PropertyKey[] }],
    ),
  ];
  return named.flatMap(({ text, path }): Finding[] => {
    const parts = text.split(';').map((part) => part.replace(/^[\w-]+=(?=[^=?]*$|[^?]*\?)/, '').replace(/\?.*$/, ''));
    const wrong = parts.filter((part) => !policyFile.test(part) && !policyNames.test(part));
    return wrong.map((part) => ({
      code: 'not-a-policy',
      path,
      what: `"${part}" is not the path of a policy: it is outside the kinds of files that hold one`,
      why: 'Only policy files are read.',
      fix: `name a file that ends in ${policyEndingsText}, or none, static:N.`,
    }));
  });
};

const fixedPolicies: Rule = ({ services }) =>
  Object.entries(services)
    .filter(([, { scaling }]) => scaling.policy !== undefined && scaling.policy !== 'none')
    .map(([name]) => ({
      code: 'not-supported-yet',
      path: ['services', name, 'scaling', 'policy'],
      what: "a policy of a service's own is not supported yet, only `none`",
      why: 'Ignoring it would make the results wrong.',
      fix: "bind it on the command line: --policy 'web=a.lua;api=b.lua'.",
    }));

/** 100 years: up to it a double tells instants apart to half a microsecond. */
const longestSeconds = 36_525 * 86_400;

const durationIsExact: Rule = ({ duration }) =>
  duration <= longestSeconds
    ? []
    : [
        {
          code: 'duration-too-long',
          path: ['duration'],
          what: `is ${formatDuration(duration)}; the limit is ${formatDuration(longestSeconds)}`,
          why: 'Beyond it virtual time is no longer exact to a microsecond, and the numbers would be wrong.',
          fix: 'shorten `duration`.',
        },
      ];

const warmupFits: Rule = ({ warmup, duration }) =>
  warmup < duration
    ? []
    : [
        {
          code: 'warmup-too-long',
          path: ['warmup'],
          what: `is ${formatDuration(warmup)}, but the run lasts ${formatDuration(duration)}`,
          why: 'Nothing would be left to measure.',
          fix: 'make `warmup` shorter than `duration`.',
        },
      ];

const quotaFits: Rule = ({ cloud, services }) => {
  const initial = Object.values(services).reduce(
    (total, { scaling }) => total + (scaling.initial === 'needed' ? scaling.min : scaling.initial),
    0,
  );
  const atStart = cloud.capacity.findLast(({ at }) => at === 0)?.available;
  const limits: [string, number | undefined][] = [
    ['quota', cloud.quota],
    ['capacity', atStart],
  ];
  return limits
    .filter(([, limit]) => limit !== undefined && initial > limit)
    .map(([name, limit]) => ({
      code: `initial-exceeds-${name}`,
      path: ['cloud', name],
      what: `is ${limit}, but the services begin with ${initial} instances`,
      why: 'The run would begin beyond what the provider gives.',
      fix: `raise \`${name}\` to at least ${initial}, or lower \`scaling.initial\`.`,
    }));
};

/** A closed loop needs something that takes time, or it would never end. */
const loopsTakeTime: Rule = ({ traffic, requests }) =>
  Object.entries(traffic).flatMap(([name, source]): Finding[] => {
    if (!('think' in source) || source.request === undefined) return [];
    const own = requests[source.request];
    const ofCalls = own?.calls === undefined ? [] : calledClasses(requests, [source.request]);
    const classes = [own, ...ofCalls.map((called) => requests[called])];
    const demands = classes.flatMap((one) => [one?.cpu, one?.io]);
    const takesTime =
      classes.some((one) => one?.promptTokens !== undefined) ||
      [source.think, ...demands].some((one) => one !== undefined && buildDistribution(one).meanSeconds > 0);
    if (takesTime) return [];
    return [
      {
        code: 'endless-loop',
        path: ['traffic', name],
        what: 'is a closed loop whose requests need no time and whose users do not think',
        why: 'It would send without end at one instant.',
        fix: 'add `think`, or a demand to its request class.',
      },
    ];
  });

const remarks: Rule = (scenario) => {
  const { traffic, services, requests, duration } = scenario;
  const found: Finding[] = [];
  const warn = (finding: Omit<Finding, 'isWarning'>) => found.push({ ...finding, isWarning: true });
  for (const [name, source] of Object.entries(traffic)) {
    for (const text of sourceWarnings(source))
      warn({
        code: 'no-effect',
        path: ['traffic', name],
        what: text,
        why: 'It is accepted so that k6 scenarios can be pasted.',
        fix: 'remove it to silence this.',
      });
    if (source.startTime >= duration)
      warn({
        code: 'starts-too-late',
        path: ['traffic', name, 'startTime'],
        what: afterEnd(source.startTime, duration),
        why: 'The source never sends.',
        fix: 'lower it, or make the run longer.',
      });
  }
  for (const [name, { instance }] of Object.entries(services)) {
    const startup = buildStartup(instance.startup).meanSeconds;
    if (startup > duration)
      warn({
        code: 'startup-exceeds-duration',
        path: ['services', name, 'instance', 'startup'],
        what: `a startup takes ${formatDuration(Math.round(startup))} on average, but the run lasts ${formatDuration(duration)}`,
        why: 'New instances will hardly ever get ready, and cost all the same.',
        fix: 'check the unit, or make the run longer.',
      });
  }
  for (const [name, { cpu, io, calls, agent, promptTokens, outputTokens }] of Object.entries(requests)) {
    if ([cpu, io, calls, agent, promptTokens, outputTokens].every((demand) => demand === undefined))
      warn({
        code: 'no-demand',
        path: ['requests', name],
        what: 'needs neither cpu nor io',
        why: 'Its requests take no time and load nothing.',
        fix: 'add `cpu` or `io`.',
      });
  }
  return found;
};

const rules: readonly Rule[] = [
  scalingMistakes,
  perRequestNeeds,
  oneQueue,
  guardMistakes,
  hedgingMistakes,
  leakMistakes,
  modelMistakes,
  modelServiceMistakes,
  contextMistakes,
  contextServerMistakes,
  gpuMistakes,
  tokenMistakes,
  prefixMistakes,
  sessionMistakes,
  consumerMistakes,
  tierMistakes,
  qualityMistakes,
  routesExist,
  aiRouteMistakes,
  providerMistakes,
  rolloutMistakes,
  chooseMistakes,
  callMistakes,
  classesExist,
  policiesAreFiles,
  policySpecFindings,
  fixedPolicies,
  durationIsExact,
  warmupFits,
  quotaFits,
  loopsTakeTime,
  faultMistakes,
  apiRouteMistakes,
  speedAboveVcpus,
  backgroundCpu,
  balancerMistakes,
  pickerMistakes,
  clientMistakes,
  beliefMistakes,
  nodeMistakes,
  poolMistakes,
  probeMistakes,
  remarks,
];
