import { openIndexedStream } from '../random/keyedStream.js';
/** The random numbers of a policy without a run of its own: the first look at a file, recorded observations. */
const firstRun = { seed: 1, replication: 0 };
/**
 * The random numbers of a policy on a service, in one of the service's controllers.
 *
 * The same for every candidate, so that policies are compared on the same luck.
 */
export function openPolicyStream(serviceName, controller, run = firstRun) {
    return openIndexedStream({ ...run, owner: `service ${serviceName}`, purpose: `policy ${controller}` });
}
/** What the host gives, at its begin; without a host always the same. */
export function policyStream(given) {
    const stream = given ?? openPolicyStream('', 0);
    stream.seek(0, 0);
    return stream;
}
