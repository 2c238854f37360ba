import type { ApiDesk } from '../cloud/api/apiDesk.js';
import type { Observation } from '../policy/observation.js';
import type { ActionAnswer, Decision, PolicyHost } from '../policy/policy.js';
import type { IndexedStream } from '../random/keyedStream.js';
/** A host that another can be put in place of while a policy runs: its second run begins in a world of its own. */
export declare class ReplacedHost<Host extends PolicyHost> implements PolicyHost {
    current: Host;
    constructor(first: Host);
    get serviceNames(): readonly string[];
    get startSeconds(): number;
    get env(): Readonly<Record<string, string>>;
    get random(): IndexedStream;
    get apiLatencySeconds(): number;
    get api(): ApiDesk | undefined;
    nowSeconds(): number;
    observe(serviceName?: string): Observation;
    act(decision: Decision, serviceName?: string): ActionAnswer;
    log(text: string): void;
}
