import { definitionPolicy } from '../definitionPolicy.js';
import { describeValue } from '../describeValue.js';
import { otherKind } from '../otherKind.js';
import { type LoadedPolicy, type Params, type PolicyDefinition, PolicyFault, type PolicyHost } from '../policy.js';
import { type MappedCode, readMappedCode } from './errorPlace.js';
import type { DefinitionPicture, ExportsPicture } from './inside/moduleReader.js';
import type { ThrownPicture } from './inside/pictures.js';
import { compilePolicy, type PolicyRealm } from './policyRealm.js';
import type { ModuleHost } from './realmHost.js';
import { missingName } from './refusedNames.js';
import { toldDecision, toldFields, toldValue } from './toldValue.js';

interface TypeScriptSource {
  readonly fileName: string;
  /** JavaScript from `bundleTypeScriptPolicy`. */
  readonly code: string;
  readonly params: Params;
  /** See `RealmPlace`. */
  readonly isOfMachine?: boolean;
}

const silentHost: ModuleHost = { log: () => {} };

/**
 * A policy written in TypeScript or JavaScript.
 *
 * Each start evaluates the module anew, in a realm of its own: neither its variables nor what it does to built-in objects pass
 * from one run to the next, nor to the program.
 * @throws PolicyFault of kind `load` when it throws while loading or exports no policy
 */
export function loadTypeScriptPolicy(source: TypeScriptSource): LoadedPolicy {
  const { fileName, params, isOfMachine = false } = source;
  const { open, place } = openTypeScript(source);
  return definitionPolicy({
    fileName,
    name: fileName.replace(/\.[^.]+$/, ''),
    params,
    fresh: (host) => {
      const realm = open({ host: host ?? silentHost, isOfMachine });
      return definitionOf(realm, host, place);
    },
    toFault: (thrown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
  });
}

/** A file, compiled: what opens a realm of it, and what finds places in its source. @throws PolicyFault of kind `load` */
export function openTypeScript({ fileName, code }: Pick<TypeScriptSource, 'fileName' | 'code'>) {
  // No file is called so: stack frames with this name are the policy's.
  const frameName = `policy:${fileName}`;
  const mapped = readMappedCode(code);
  const open = compileOnce(mapped.code, { fileName, frameName });
  const place: FaultPlace = { mapped, fileName, frameName };
  return { open, place };
}

function compileOnce(code: string, { fileName, frameName }: Pick<FaultPlace, 'fileName' | 'frameName'>) {
  try {
    return compilePolicy(code, frameName);
  } catch (thrown) {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    throw new PolicyFault(`${fileName}: ${text}`, { kind: 'load' });
  }
}

export interface FaultPlace {
  readonly mapped: MappedCode;
  readonly fileName: string;
  readonly frameName: string;
}

/** The policy of a realm as one whose `decide` gives plain values and throws faults. */
function definitionOf(realm: PolicyRealm, host: PolicyHost | undefined, place: FaultPlace): PolicyDefinition {
  const loaded = realm.load();
  if (loaded.type === 'thrown') throw faultOf(loaded, place, undefined);
  if (loaded.type === 'exports') throw withoutPolicy(loaded, place.fileName);
  let hasBegun = false;
  return {
    ...settingsOf(loaded),
    decide(observation, context) {
      if (!hasBegun) realm.begin(context.params, host?.noteFieldRead?.bind(host));
      hasBegun = true;
      const answer = realm.decide(observation);
      if (typeof answer === 'object' && answer !== null && answer.type === 'thrown') {
        throw faultOf(answer, place, host?.nowSeconds());
      }
      // safe: whoever calls it reads it as if it were anything.
      return toldDecision(answer) as ReturnType<PolicyDefinition['decide']>;
    },
  };
}

function settingsOf({ name, every, params, paramsByName }: DefinitionPicture): Omit<PolicyDefinition, 'decide'> {
  const settings = {
    name: toldValue(name),
    every: toldValue(every),
    params: paramsByName === undefined ? toldValue(params) : toldFields(paramsByName),
  };
  // safe: definitionPolicy reads each as if it were anything.
  return settings as Omit<PolicyDefinition, 'decide'>;
}

function withoutPolicy({ names, hasDefault, standard }: ExportsPicture, fileName: string): PolicyFault {
  const found = `found exports: ${names === '' ? 'none' : names}`;
  const wrong = hasDefault ? ` (default is ${describeValue(toldValue(standard))}, without a function decide)` : '';
  const hint =
    otherKind('decide', names.split(', ')) ??
    'Write: export default definePolicy({ decide(observation, context) { ... } }).';
  const what = 'expected export default with a function decide, or an export decide';
  return new PolicyFault(`${fileName}: ${what}; ${found}${wrong}. ${hint}`, { kind: 'load' });
}

/** What was thrown as a fault with its place in the source. */
export function faultOf(
  thrown: ThrownPicture,
  { mapped, fileName, frameName }: FaultPlace,
  timeSeconds: number | undefined,
): PolicyFault {
  const place = mapped.place(thrown.stack, frameName) ?? fileName;
  const text = thrown.isError ? errorText(thrown) : `thrown value ${describeValue(toldValue(thrown.value))}`;
  const when = timeSeconds === undefined ? '' : ` (virtual time ${timeSeconds} s)`;
  const kind = timeSeconds === undefined ? 'load' : 'runtime';
  return new PolicyFault(`${place}: ${text}${when}`, { kind, timeSeconds });
}

function errorText({ name, message }: ThrownPicture): string {
  const text = typeof message === 'string' ? message.slice(0, 1_000) : describeValue(toldValue(message));
  const hint = missingName(text);
  const all = hint === undefined ? text : `${text}. ${hint}`;
  return name === 'Error' || typeof name !== 'string' ? all : `${name.slice(0, 100)}: ${all}`;
}
