/** The public interface of dryscale: what policies, scenarios, tests and programs written in TypeScript import. */
export { compare } from './api/compare.js';
export type { PolicySource, ScenarioSource } from './api/comparison.js';
export { judge } from './api/judge.js';
export type { CompareOptions, SimulateOptions } from './api/options.js';
export { simulate } from './api/simulate.js';
export { type Problem, ProblemError } from './base/problem.js';
export type { InstanceObservation, Observation } from './policy/observation.js';
export {
  type DecideContext,
  type Decision,
  type Decision as Wish,
  definePolicy,
  type Params,
  type PolicyDefinition,
  PolicyFault,
  type State,
} from './policy/policy.js';
export {
  defineRouter,
  type RouteContext,
  type RouteRequest,
  type RouterDefinition,
  type RouteTarget,
} from './policy/router.js';
export type {
  Aggregate,
  Comparison,
  DecisionRow,
  FailedPolicy,
  Failure,
  PolicyResult,
  ReplicationResult,
  ResultDocument,
  ScenarioResult,
  SloResult,
  ThresholdResult,
  Timeline,
  Verdict,
} from './results/results.js';
export { hasResults } from './results/results.js';
export { defineScenario } from './scenario/defineScenario.js';
export type { ScenarioInput } from './scenario/schema.js';
