import type { LoadedPolicy } from '../policy/policy.js';
import type { PolicySpec } from '../policy/policySpec.js';
import type { PolicyLog } from '../record/policyLog.js';
import type { MetricFeed } from '../telemetry/feed.js';
import { type AssembledService, type Assembly } from './assemble.js';
import type { PolicyAtWork } from './policyAtWork.js';
/** What drives one service, before anything is wired. */
export interface LoadedBinding {
    readonly spec: PolicySpec | undefined;
    readonly policy: LoadedPolicy | undefined;
    /** By which it gets metrics; what knows the future or never decides needs none. */
    readonly feeds: readonly MetricFeed[];
}
interface Workplace {
    readonly assembly: Assembly;
    readonly service: AssembledService;
    readonly log: PolicyLog;
}
/** Starts a service's policy, once in each of its controllers. */
export declare function startPolicy({ assembly, service, log }: Workplace, binding: LoadedBinding): PolicyAtWork[];
export {};
