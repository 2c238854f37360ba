/** The public interface of dryscale: what policies, scenarios, tests and programs written in TypeScript import. */
export { compare } from './api/compare.js';
export { judge } from './api/judge.js';
export { simulate } from './api/simulate.js';
export { ProblemError } from './base/problem.js';
export { definePolicy, PolicyFault, } from './policy/policy.js';
export { hasResults } from './results/results.js';
export { defineScenario } from './scenario/defineScenario.js';
