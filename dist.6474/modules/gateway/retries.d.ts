import type { GatewayOptions } from './gatewayOptions.js';
import type { RetryCause, RetryRules } from './retryRules.js';
/** The tries that follow tries that failed. */
export declare class Retries {
    #private;
    constructor(options: GatewayOptions, rules: RetryRules);
    /** Whether another try follows the one that failed; takes it from the budget if so. */
    take(row: number, cause: RetryCause): boolean;
    /** Another try follows, some time after the client knows at `answerSeconds` that the present one failed. */
    plan(row: number, cause: RetryCause, answerSeconds: number): void;
}
