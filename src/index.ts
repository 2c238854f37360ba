/** The public interface of dryscale: what policies and scenarios written in TypeScript import. */
export type { InstanceObservation, Observation } from './policy/observation.js';
export {
  type DecideContext,
  definePolicy,
  type Params,
  type PolicyDefinition,
  type State,
  type Wish,
} from './policy/policy.js';
export type {
  Aggregate,
  Comparison,
  DecisionRow,
  FailedPolicy,
  PolicyResult,
  ReplicationResult,
  ResultDocument,
  ScenarioResult,
  ThresholdResult,
  Timeline,
} from './results/results.js';
export { defineScenario } from './scenario/defineScenario.js';
export type { ScenarioInput } from './scenario/schema.js';
