import { parseTemplate } from '../urlTemplate.js';
export function routeOf(match, answer) {
    return { template: parseTemplate(match), answer };
}
/** What a request asks for, for the log of decisions: `hetzner: POST /v1/servers`. */
export function titleOf(preset, what) {
    return `${preset}: ${what}`;
}
/**
 * The service that a group's name means: the only one there is, one of that name, or the only one whose name is a word
 * of it (`prod-web-asg`).
 */
export function serviceNamed({ backend: { serviceNames } }, group) {
    if (serviceNames.length === 1 || serviceNames.includes(group))
        return serviceNames.length === 1 ? serviceNames[0] : group;
    const words = group.split(/[-_.]/);
    const named = serviceNames.filter((name) => words.includes(name));
    return named.length === 1 ? named[0] : undefined;
}
/** For the author: which names would have been understood. */
export function unknownGroup({ backend }, preset, group) {
    return `${preset}: "${group}" names no service; known: ${backend.serviceNames.join(', ')}`;
}
/** Launch numbers stay below it, so that one number tells service and launch. */
const launchLimit = 10_000_000;
/** One number for an instance of any service, from 1. */
export function numberOf({ backend }, service, launchNumber) {
    // In an order of their own: `serviceNames` begins with the service of each policy.
    return [...backend.serviceNames].sort().indexOf(service) * launchLimit + launchNumber + 1;
}
/** The instance of a number; undefined when no service has such. */
export function instanceOf({ backend }, number) {
    if (!Number.isSafeInteger(number) || number < 1)
        return undefined;
    const service = [...backend.serviceNames].sort()[Math.floor((number - 1) / launchLimit)];
    return service === undefined ? undefined : { service, launchNumber: (number - 1) % launchLimit };
}
/** `web may have 2 to 10 instances`. */
export function boundsText({ backend }, service) {
    const { min, max } = backend.counts(service);
    return `${service} may have ${min} to ${max} instances (scaling of the scenario)`;
}
