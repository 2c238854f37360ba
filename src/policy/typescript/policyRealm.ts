import { type Context, constants, createContext, Script } from 'node:vm';
import type { Observation } from '../observation.js';
import type { Params } from '../policy.js';
import type { RouteRequest } from '../router.js';
import type { ModuleFunction } from './inside/evaluation.js';
import type { DefinitionPicture, ExportsPicture } from './inside/moduleReader.js';
import type { ThrownPicture } from './inside/pictures.js';
import type { PolicyDoor } from './inside/policyDoor.js';
import type { RouterDoor } from './inside/routerDoor.js';
import { type ModuleHost, RealmRequests } from './realmHost.js';
import { type RealmParts, realmScript } from './realmParts.js';
import { refusedNames, removedNames } from './refusedNames.js';

/** What a policy is opened with. */
export interface RealmPlace {
  readonly host: ModuleHost;
  /** Time zone and language of the machine show, as they do where the policy is deployed: for `verify`. */
  readonly isOfMachine: boolean;
}

/** Runs what the policy has left to do, its promises: they come to their ends before the next decision. */
const drain = new Script('undefined', { filename: 'realm' });

/** A bundled policy, ready to be evaluated again and again, each time in a realm of its own. @throws SyntaxError */
export function compilePolicy(code: string, frameName: string): (place: RealmPlace) => PolicyRealm {
  const script = new Script(`(function (module, exports, require) {${code}\n})`, { filename: frameName });
  return (place) => new PolicyRealm(script, place);
}

/**
 * One evaluation of a policy with built-in objects of its own, which no other shares: whatever it patches, freezes or keeps
 * in globals, it meets again itself and nobody else does.
 *
 * It is handed copies made in the realm, and is called through functions made there; what it returns and throws is read there,
 * once. So no object of the program is in its reach, and no code of its own runs outside of a call.
 * A call costs about a microsecond, opening a realm about a millisecond.
 */
export class PolicyRealm {
  readonly #context: Context;
  readonly #requests = new RealmRequests();
  readonly #door: PolicyDoor;
  /** Of a realm whose file is a router. */
  readonly router: RouterDoor;
  readonly #evaluate: () => unknown;

  constructor(script: Script, { host, isOfMachine }: RealmPlace) {
    const context = createContext(constants.DONT_CONTEXTIFY, {
      microtaskMode: 'afterEvaluate',
      codeGeneration: { strings: true, wasm: false },
    });
    this.#context = context;
    const world = context as typeof globalThis; // safe: with DONT_CONTEXTIFY it is the global object of the realm
    const parts = realmScript.runInContext(context) as RealmParts; // safe: what the script gives
    const globals = parts.shielded(world, this.#requests.globals(host));
    parts.ownStacks(world);
    if (!isOfMachine) parts.utcDates(world);
    parts.virtualClocks(world, globals);
    if (!isOfMachine) parts.fixedLocale(world);
    parts.noCodeOfHost(world, removedNames);
    const refuse = parts.realmGlobals(world, globals, { process: parts.realmProcess(world, globals), refusedNames });
    parts.structuredData(world);
    const require = parts.requireModule(world, globals, { ...parts, refuse });
    const show = parts.showObservation(world, parts.viewReader(world), parts.frozenCopies(world));
    const pictures = parts.pictures(world, parts.describeInside(world));
    const doorParts = { pictures, readModule: parts.moduleReader(world, pictures) };
    this.#door = parts.policyDoor(world, show, doorParts);
    this.router = parts.routerDoor(world, doorParts);
    const run = script.runInContext(context) as ModuleFunction; // safe: see compilePolicy
    this.#evaluate = parts.evaluation(run, require);
  }

  /** Evaluates the module. */
  load(): DefinitionPicture | ExportsPicture | ThrownPicture {
    const answer = this.#door.load(this.#evaluate);
    return this.#ended(answer);
  }

  /** The same of a router. */
  loadRouter(): ReturnType<RouterDoor['load']> {
    return this.#ended(this.router.load(this.#evaluate));
  }

  route(request: RouteRequest, timeSeconds: number): ReturnType<RouterDoor['route']> {
    return this.#ended(this.router.route(request, timeSeconds));
  }

  /** Before the first decision. */
  begin(params: Params, noteRead: ((name: string) => void) | undefined): void {
    this.#door.begin(params, noteRead);
  }

  decide(observation: Observation): ReturnType<PolicyDoor['decide']> {
    return this.#ended(this.#door.decide(this.#requests.view(observation)));
  }

  #ended<Answer>(answer: Answer): Answer {
    drain.runInContext(this.#context);
    this.#requests.throwBug();
    return answer;
  }
}
