import { metricNames } from '../../../telemetry/metrics.js';
import { selectorNames } from '../promql.js';
import type { TriggerKind } from './triggerKind.js';

/** The result of a PromQL query. Source: keda.sh, scalers/prometheus. */
export const prometheus: TriggerKind = {
  type: 'prometheus',
  counts: "of the query's value",
  targetKeys: ['threshold'],
  targetDefault: undefined,
  activationKeys: ['activationThreshold'],
  neededKeys: ['query', 'serverAddress'],
  placeKeys: ['serverAddress', 'namespace', 'queryParameters', 'cortexOrgID'],
  optionKeys: ['ignoreNullValues'],
  effects: {},
  isEmptyZero: ({ ignoreNullValues = 'true' }) => !/^(0|f|false)$/i.test(ignoreNullValues),
  metricGuess({ query = '' }) {
    // Only a query that names one of the scenario's metrics, and no other, can be meant.
    const names = selectorNames(query);
    return names.length === 1 ? metricNames.find((name) => name === names[0]) : undefined;
  },
  metricSuffix: () => 'prometheus',
};
