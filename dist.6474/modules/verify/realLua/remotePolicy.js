import { parseEvery } from '../../policy/decideRunner.js';
import { foreignNames } from '../../policy/lua/hosts/foreignNames.js';
import { hosts } from '../../policy/lua/hosts/hosts.js';
import { mergeParams } from '../../policy/mergeParams.js';
import { PolicyFault } from '../../policy/policy.js';
import { readDecision } from '../../policy/readDecision.js';
import { UnsupportedHere } from '../playSequence.js';
import { answerRequest, scriptRequests } from './answerRequest.js';
import { luaLiteral } from './luaLiteral.js';
import { observationLiteral } from './observationLiteral.js';
import { SessionEnd } from './session.js';
/**
 * Starts a policy in a real interpreter.
 *
 * The file is run to see its style, as our own interpreter does: one that sleeps or acts while it loads is a script, and
 * begins anew.
 * @throws PolicyFault, UnsupportedHere
 */
export async function startRemote(start) {
    const probe = new RemotePolicy(start, start.open());
    const outcome = await probe.load();
    if (outcome === 'decide')
        return probe;
    probe.close();
    return new RemotePolicy(start, undefined);
}
class RemotePolicy {
    #start;
    #session;
    #isScript = true;
    #nextWakeSeconds;
    #pending;
    /** Without a session it is a script that has not begun. */
    constructor(start, session) {
        this.#start = start;
        this.#nextWakeSeconds = start.host.nowSeconds();
        this.#session = session;
    }
    get isScript() {
        return this.#isScript;
    }
    get nextWakeSeconds() {
        return this.#nextWakeSeconds;
    }
    /** Runs the file as far as its style is clear. */
    async load() {
        const session = this.#open();
        for (;;) {
            const request = await this.#next(session);
            const [name, values] = request;
            if (scriptRequests.has(name))
                return 'script';
            if (name === 'returned') {
                if (values[0] === true)
                    return this.#becomeDecide(session, values);
                throw this.#fault('returns nothing with decide and waits for nothing', 'load');
            }
            const answer = this.#answer(request);
            if (answer.seconds !== undefined)
                return 'script';
            session.answer(literalOf(answer));
        }
    }
    async wake() {
        if (this.#isScript)
            await this.#wakeScript();
        else
            await this.#decide();
    }
    close() {
        this.#session?.close();
    }
    #open() {
        this.#session ??= this.#start.open();
        const { fileName, code, params } = this.#start.spec;
        const { text, table, scalar, list } = luaLiteral;
        const literals = Object.entries(params).map(([name, value]) => [name, scalar(value)]);
        this.#session.answer(table({
            code: text(code.replace(/^\uFEFF?(#[^\n]*)?/, '')),
            file: text(fileName),
            params: table(Object.fromEntries(literals)),
            foreign: list(foreignGlobals.map(text)),
            openresty: String(this.#start.runtimeName === 'luajit'),
        }));
        return this.#session;
    }
    #becomeDecide(session, [, returned, floatNames]) {
        const { fileName, params } = this.#start.spec;
        const floats = new Set(String(floatNames).split(','));
        const table = typeof returned === 'object' && returned !== null ? Object.fromEntries(Object.entries(returned)) : {};
        parseEvery(table.every, fileName);
        const merged = mergeParams({ fileName, defaults: table.params, overrides: params });
        const { count, scalar } = luaLiteral;
        const literals = Object.entries(merged).map(([name, value]) => [name, typeof value === 'number' && !floats.has(name) ? count(value) : scalar(value)]);
        session.answer(luaLiteral.table({ params: luaLiteral.table(Object.fromEntries(literals)) }));
        this.#isScript = false;
        return 'decide';
    }
    async #decide() {
        const { host, spec } = this.#start;
        const session = this.#session ?? this.#open();
        session.answer(luaLiteral.table({ observation: observationLiteral(host.observe()) }));
        for (;;) {
            const request = await this.#next(session);
            if (request[0] === 'decided') {
                const decision = readDecision(request[1][0] ?? undefined, {
                    fileName: spec.fileName,
                    timeSeconds: host.nowSeconds(),
                });
                if (decision !== undefined)
                    host.act(decision);
                return;
            }
            const answer = this.#answer(request);
            const mustWait = answer.seconds !== undefined && (request[0] === 'sleep' || request[0] === 'execute');
            session.answer(literalOf(mustWait ? sleepRefusal : answer));
        }
    }
    async #wakeScript() {
        const session = this.#session ?? this.#open();
        if (this.#pending !== undefined)
            session.answer(this.#pending);
        for (;;) {
            const request = await this.#next(session);
            if (request[0] === 'returned' && request[1][0] === true) {
                this.#becomeDecide(session, request[1]);
                return;
            }
            if (request[0] === 'returned') {
                this.#nextWakeSeconds = Number.POSITIVE_INFINITY;
                this.close();
                return;
            }
            const answer = this.#answer(request);
            if (answer.seconds === undefined) {
                session.answer(literalOf(answer));
                continue;
            }
            this.#pending = literalOf(answer);
            this.#nextWakeSeconds = answer.atSeconds ?? this.#start.host.nowSeconds() + answer.seconds;
            return;
        }
    }
    #answer(request) {
        return answerRequest(request, this.#start.host, this.#start.spec.fileName);
    }
    /** The next request that is neither a failure nor the end. */
    async #next(session) {
        try {
            const request = await session.next();
            const [name, values] = request;
            if (name === 'failed')
                throw this.#failure(String(values[0]));
            if (name === 'unsupported')
                throw new UnsupportedHere(`uses ${String(values[0])}`);
            return request;
        }
        catch (thrown) {
            if (!(thrown instanceof SessionEnd))
                throw thrown;
            throw this.#fault(`the interpreter ${thrown.message}`, 'crash');
        }
    }
    /** An error of the policy; one that has no place of its own gets at least the file's name. */
    #failure(text) {
        const { fileName } = this.#start.spec;
        const message = text.startsWith(`${fileName}:`) ? text : `${fileName}: ${text}`;
        return new PolicyFault(message, this.#details('runtime'));
    }
    #fault(what, kind) {
        return new PolicyFault(`${this.#start.spec.fileName}: ${what}`, this.#details(kind));
    }
    #details(kind) {
        return { kind, timeSeconds: this.#start.host.nowSeconds() };
    }
}
const sleepRefusal = {
    failure: 'a policy with decide may not sleep: return from decide, it is called again after `every`',
};
function literalOf({ failure, results = [], seconds }) {
    if (failure !== undefined)
        return luaLiteral.table({ failure: luaLiteral.text(failure) });
    const waited = seconds === undefined ? '' : `seconds=${luaLiteral.float(seconds)},`;
    return `{n=${results.length},${waited}${results.join(',')}}`;
}
/** What stock Lua and LuaJIT have, though another version or host brings it too. */
const standard = new Set([
    'bit',
    'bit32',
    'unpack',
    'loadstring',
    'setfenv',
    'getfenv',
    'module',
    'newproxy',
    'jit',
    'ffi',
]);
/**
 * Globals that a host brings and stock Lua has not: of OpenResty, HAProxy, Kong, Redis.
 *
 * A policy that reads one cannot be judged by an interpreter alone, and that is said.
 */
const foreignGlobals = [
    ...hosts.flatMap(({ globals }) => Object.keys(globals)),
    ...foreignNames,
].filter((name) => !standard.has(name));
