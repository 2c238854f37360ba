import { createHash, getHashes } from 'node:crypto';
import { createRequire, isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { formatWithOptions, isDeepStrictEqual } from 'node:util';
import { DEFAULT_START_SECONDS } from '../../base/calendarDates.js';
import { PolicyFault } from '../policy.js';
import { policyStream } from '../policyStream.js';
const builtin = createRequire(import.meta.url);
/**
 * What a realm may ask of the program, as functions that take and give primitives, or data that the realm copies.
 *
 * None throws: an error of the host's realm in the hands of a policy would lead out of its own. A fault that its author is to
 * read comes back as a text; what else is thrown is a bug of ours, kept for `throwBug`.
 */
export class RealmRequests {
    #bug;
    #hasBug = false;
    /** Called when the realm has returned. */
    throwBug() {
        if (this.#hasBug)
            throw this.#bug;
    }
    /** A call of the host, or the text of its fault. */
    ask(call) {
        try {
            return call();
        }
        catch (thrown) {
            if (thrown instanceof PolicyFault)
                return thrown.message;
            // The end of the stack: the policy called from deep down.
            if (thrown instanceof RangeError)
                return thrown.message;
            this.#bug = thrown;
            this.#hasBug = true;
            return 'it cannot be told';
        }
    }
    /** Of the globals and modules. */
    globals(host) {
        const stream = policyStream(host.random);
        const runMilliseconds = () => (host.nowSeconds?.() ?? 0) * 1000;
        const startSeconds = () => host.startSeconds ?? DEFAULT_START_SECONDS;
        return {
            random: () => stream.uniform(),
            runMilliseconds,
            nowMilliseconds: () => Math.floor(startSeconds() * 1000 + runMilliseconds()),
            print: (values) => this.ask(() => host.log(formatted(values))) ?? undefined,
            format: formatted,
            namesOf: (id) => (isBuiltin(id) ? namesOf(id) : undefined),
            path: (name, values) => pathAnswer(name, values),
            hash: (algorithm, text) => getHashes().includes(algorithm) ? createHash(algorithm).update(text).digest('hex') : undefined,
            isDeepStrictEqual: (a, b) => {
                try {
                    return isDeepStrictEqual(a, b);
                }
                catch {
                    // A getter or a proxy that throws is equal to nothing.
                    return false;
                }
            },
        };
    }
    view(observation) {
        return {
            plain: observation,
            metrics: () => this.ask(() => observation.metrics),
            perInstance: () => this.ask(() => observation.perInstance),
            history: (name, span) => this.ask(() => observation.history(name, span)),
        };
    }
}
/** As the console of Node shows it, without any code of the values' own: `inspect.custom` gets functions of the host. */
function formatted(values) {
    const all = [];
    // By number: the list is of the policy's realm, and so is its iterator.
    for (let index = 0; index < values.length; index++)
        all.push(values[index]);
    try {
        return formatWithOptions({ colors: false, customInspect: false }, ...all);
    }
    catch {
        return '(a value whose own code throws when it is shown)';
    }
}
function namesOf(id) {
    // safe: what `require` gives of Node is an object or a function.
    return Object.keys(builtin(id)).join(',');
}
function pathAnswer(name, values) {
    const all = [];
    for (let index = 0; index < values.length; index++)
        all.push(values[index]);
    const [first = '', second = ''] = all;
    switch (name) {
        case 'basename':
            return posix.basename(first, all.length > 1 ? second : undefined);
        case 'dirname':
            return posix.dirname(first);
        case 'extname':
            return posix.extname(first);
        case 'isAbsolute':
            return posix.isAbsolute(first);
        case 'normalize':
            return posix.normalize(first);
        // By `/`, which is what process.cwd() says.
        case 'relative':
            return posix.relative(posix.resolve('/', first), posix.resolve('/', second));
        case 'resolve':
            return posix.resolve('/', ...all);
        default:
            return posix.join(...all);
    }
}
