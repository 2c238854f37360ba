import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonicalJson.js';
import { runOnce } from '../engine/runOnce.js';
import { PolicyFault } from '../policy/policy.js';
/** The hash covers the text of `decide`, its parameters and its period; what `decide` closes over cannot be seen. */
export function inlineCandidate(definition) {
    const name = definition.name ?? 'inline';
    const params = {};
    const content = [name, String(definition.decide), definition.params ?? {}, definition.every ?? ''];
    const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
    const spec = { kind: 'inline', fileName: name, params, definition };
    return { definition, candidate: { name, source: 'inline', hash, params, bindings: { '*': spec } } };
}
/** What `decide` threw, beside the failure that tells of it: a document has no place for an object. */
const causes = new WeakMap();
/** A fault as the document tells of it. */
export function failureOf(fault) {
    const failure = { kind: fault.kind, message: fault.message, time_s: fault.timeSeconds ?? null };
    causes.set(failure, fault.cause);
    return failure;
}
/** A failure as the fault it was; of an inline policy with what it threw as `cause`. */
export function faultOf(failure) {
    const { kind, message, time_s } = failure;
    const fault = new PolicyFault(message, { kind, timeSeconds: time_s ?? undefined });
    if (causes.has(failure))
        fault.cause = causes.get(failure);
    return fault;
}
/**
 * One run of an inline policy, in this thread.
 *
 * Nothing can end a `decide` that does not return.
 * @throws PolicyFault, ProblemError
 */
export function runInline(definition, input) {
    let thrown;
    const watched = {
        ...definition,
        decide: (observation, context) => {
            try {
                return definition.decide(observation, context);
            }
            catch (error) {
                thrown = error;
                throw error;
            }
        },
    };
    const bindings = {
        '*': { kind: 'inline', fileName: definition.name ?? 'inline', params: {}, definition: watched },
    };
    try {
        return runOnce({ ...input, bindings });
    }
    catch (fault) {
        if (fault instanceof PolicyFault && thrown !== undefined)
            fault.cause = thrown;
        throw fault;
    }
}
