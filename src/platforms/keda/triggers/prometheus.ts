import { metricOfQuery } from '../../../telemetry/metricAliases.js';
import { metricNames } from '../../../telemetry/metrics.js';
import { selectorNames } from '../promql.js';
import { nullsRead0 } from './triggerFacts.js';
import type { TriggerKind } from './triggerKind.js';

/**
 * The result of a PromQL query, one number: KEDA fails on more. Managed Prometheus of Azure and AWS has this type too.
 *
 * Source: a description of kedacore/keda after v2.20, pkg/scalers/prometheus_scaler.go.
 */
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
  promqlKey: 'query',
  isEmptyZero: nullsRead0(true),
  metricGuess({ query = '' }) {
    // Only a query that names one of the scenario's metrics or of vLLM's, and no other, can be meant.
    const names = selectorNames(query);
    if (names.length !== 1) return undefined;
    return metricNames.find((name) => name === names[0]) ?? metricOfQuery(query);
  },
  metricSuffix: () => 'prometheus',
};
