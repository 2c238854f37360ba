import { mergeParams } from '../mergeParams.js';
import { otherKind } from '../otherKind.js';
import { type Params, PolicyFault, type PolicyHost } from '../policy.js';
import type { FileSpec } from '../policySpec.js';
import type { LoadedRouter, RouteRequest, RouteTarget, RunningRouter } from '../router.js';
import { type FaultPlace, faultOf, openTypeScript } from './loadTypeScriptPolicy.js';
import type { PolicyRealm } from './policyRealm.js';
import { toldFields, toldValue } from './toldValue.js';

/**
 * A router written in TypeScript or JavaScript, in a realm as narrow as a policy's.
 *
 * @throws PolicyFault of kind `load` when it throws while loading or exports no router
 */
export function loadTypeScriptRouter(source: Pick<FileSpec, 'fileName' | 'code' | 'params'>): LoadedRouter {
  const { fileName } = source;
  const { open, place } = openTypeScript(source);
  const params = paramsOf(open({ host: silent, isOfMachine: false }), source, place);
  return {
    fileName,
    start(host, route) {
      const realm = open({ host, isOfMachine: false });
      paramsOf(realm, source, place);
      realm.router.begin(params, route);
      return new TypeScriptRouter(realm, host, place);
    },
  };
}

const silent = { log() {} };

function paramsOf(
  realm: PolicyRealm,
  { fileName, params }: Pick<FileSpec, 'fileName' | 'params'>,
  place: FaultPlace,
): Params {
  const loaded = realm.loadRouter();
  if (loaded.type === 'thrown') throw faultOf(loaded, place, undefined);
  if (loaded.type === 'exports') {
    const what = `expected export default with a function route, or an export route; found exports: ${loaded.names || 'none'}`;
    const hint =
      otherKind('route', loaded.names.split(', ')) ??
      'Write: export default defineRouter({ route(request, context) { ... } }).';
    throw new PolicyFault(`${fileName}: ${what}. ${hint}`, { kind: 'load' });
  }
  const defaults = loaded.paramsByName === undefined ? toldValue(loaded.params) : toldFields(loaded.paramsByName);
  return mergeParams({ fileName, defaults, overrides: params });
}

class TypeScriptRouter implements RunningRouter {
  readonly findings = [];
  readonly #realm: PolicyRealm;
  readonly #host: PolicyHost;
  readonly #place: FaultPlace;

  constructor(realm: PolicyRealm, host: PolicyHost, place: FaultPlace) {
    this.#realm = realm;
    this.#host = host;
    this.#place = place;
  }

  show(targets: readonly RouteTarget[]): void {
    this.#realm.router.show(targets);
  }

  setCooling(place: number, isCooling: boolean): void {
    this.#realm.router.setCooling(place, isCooling);
  }

  route(request: RouteRequest, timeSeconds: number): unknown {
    const answer = this.#realm.route(request, timeSeconds);
    if (typeof answer !== 'object' || answer === null) return answer;
    if ('type' in answer) throw faultOf(answer, this.#place, this.#host.nowSeconds());
    return toldValue(answer);
  }
}
