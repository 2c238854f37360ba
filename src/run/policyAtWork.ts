import type { AssembledService } from './assemble.js';
import type { ServicePolicyHost } from './policyHost.js';

/** A policy at work on one service. */
export interface PolicyAtWork {
  readonly host: ServicePolicyHost;
  readonly service: AssembledService;
  /** Read when the run is over. */
  readonly findings: () => readonly string[];
}
