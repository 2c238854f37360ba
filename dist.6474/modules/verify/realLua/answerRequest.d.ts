import { type PolicyHost } from '../../policy/policy.js';
import type { DriverRequest } from './session.js';
/** What the host says to a request of the driver. */
export interface HostAnswer {
    /** Raised as an error at the policy's line. */
    readonly failure?: string;
    /** Literals of the values that the call gives back. */
    readonly results?: readonly string[];
    /** Virtual time the call takes: a script gets the answer then. */
    readonly seconds?: number;
    /** The same as an instant, without the error of adding up. */
    readonly atSeconds?: number;
}
/** Whoever wants the host while its file loads is a script until it returns `decide`, as is who waits. */
export declare const scriptRequests: ReadonlySet<string>;
/** Answers a request of the driver; the user's mistakes come back as errors at the line that made them. */
export declare function answerRequest([name, values]: DriverRequest, host: PolicyHost, fileName: string): HostAnswer;
