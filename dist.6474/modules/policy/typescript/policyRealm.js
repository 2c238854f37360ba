import { constants, createContext, Script } from 'node:vm';
import { RealmRequests } from './realmHost.js';
import { realmScript } from './realmParts.js';
import { refusedNames, removedNames } from './refusedNames.js';
/** Runs what the policy has left to do, its promises: they come to their ends before the next decision. */
const drain = new Script('undefined', { filename: 'realm' });
/** A bundled policy, ready to be evaluated again and again, each time in a realm of its own. @throws SyntaxError */
export function compilePolicy(code, frameName) {
    const script = new Script(`(function (module, exports, require) {${code}\n})`, { filename: frameName });
    return (place) => new PolicyRealm(script, place);
}
/**
 * One evaluation of a policy with built-in objects of its own, of which no other has any: whatever it patches, freezes or keeps
 * in globals, it meets again itself and nobody else does.
 *
 * It is handed copies made in the realm, and is called through functions made there; what it returns and throws is read there,
 * once. So no object of the program is in its reach, and no code of its own runs outside of a call.
 * A call costs about a microsecond, opening a realm about a millisecond.
 */
export class PolicyRealm {
    #context;
    #requests = new RealmRequests();
    #door;
    #evaluate;
    constructor(script, { host, isOfMachine }) {
        const context = createContext(constants.DONT_CONTEXTIFY, {
            microtaskMode: 'afterEvaluate',
            codeGeneration: { strings: true, wasm: false },
        });
        this.#context = context;
        const world = context; // safe: with DONT_CONTEXTIFY it is the global object of the realm
        const parts = realmScript.runInContext(context); // safe: what the script gives
        const globals = parts.shielded(world, this.#requests.globals(host));
        parts.ownStacks(world);
        if (!isOfMachine)
            parts.utcDates(world);
        parts.virtualClocks(world, globals);
        if (!isOfMachine)
            parts.fixedLocale(world);
        parts.noCodeOfHost(world, removedNames);
        const refuse = parts.realmGlobals(world, globals, { process: parts.realmProcess(world, globals), refusedNames });
        parts.structuredData(world);
        const require = parts.requireModule(world, globals, { ...parts, refuse });
        const show = parts.showObservation(world, parts.viewReader(world));
        this.#door = parts.policyDoor(world, show, parts.pictures(world, parts.describeInside(world)));
        const run = script.runInContext(context); // safe: see compilePolicy
        this.#evaluate = parts.evaluation(run, require);
    }
    /** Evaluates the module. */
    load() {
        const answer = this.#door.load(this.#evaluate);
        return this.#ended(answer);
    }
    /** Before the first decision. */
    begin(params, noteRead) {
        this.#door.begin(params, noteRead);
    }
    decide(observation) {
        return this.#ended(this.#door.decide(this.#requests.view(observation)));
    }
    #ended(answer) {
        drain.runInContext(this.#context);
        this.#requests.throwBug();
        return answer;
    }
}
