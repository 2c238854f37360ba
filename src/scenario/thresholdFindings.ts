import { checkThresholds } from '../results/thresholds.js';
import { consumerNames, hasConsumers } from './consumersIn.js';
import type { Finding } from './finding.js';
import { measuredClasses } from './measuredClasses.js';
import type { Scenario, ScenarioInput } from './schema.js';

/** The names that a threshold of this scenario may use. */
export function thresholdNames(scenario: Scenario): Parameters<typeof checkThresholds>[1] {
  const [source, service, ofClass] = [scenario.traffic, scenario.services, scenario.requests].map(Object.keys);
  const provider = Object.keys(scenario.ai?.providers ?? {});
  const consumer = hasConsumers(scenario) ? consumerNames(scenario) : [];
  return { source, service, class: ofClass, measuredClass: measuredClasses(scenario), provider, consumer };
}

/** Thresholds that could never be judged: they would pass or fail for the wrong reason. */
export function thresholdFindings(scenario: Scenario): Finding[] {
  return checkThresholds(scenario.thresholds, thresholdNames(scenario)).map(({ metric, index, ...words }) => {
    return { ...words, path: ['thresholds', metric, ...(index === undefined ? [] : [index])] };
  });
}

/**
 * k6 can end a test as soon as a threshold is missed. A simulation is judged when all its runs are over, and they are short:
 * the fields stay valid, so that thresholds can be copied, and are named.
 */
export function abortFindings(thresholds: NonNullable<ScenarioInput['thresholds']>): Finding[] {
  return Object.entries(thresholds).flatMap(([metric, expressions]) =>
    (typeof expressions === 'string' ? [expressions] : expressions).flatMap((one, index): Finding[] => {
      if (typeof one === 'string' || (one.abortOnFail !== true && one.delayAbortEval === undefined)) return [];
      const key = one.abortOnFail === true ? 'abortOnFail' : 'delayAbortEval';
      return [
        {
          code: 'no-effect',
          path: ['thresholds', metric, index, key],
          what: `${key} has no effect`,
          why: 'Thresholds are judged over all runs, each of which goes to its end; k6 would end the test.',
          fix: 'leave it out; a missed threshold ends the command with 99 all the same.',
          isWarning: true,
        },
      ];
    }),
  );
}
