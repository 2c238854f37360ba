import { definitionPolicy } from '../definitionPolicy.js';
import { describeValue } from '../describeValue.js';
import { type LoadedPolicy, type Params, type PolicyDefinition, PolicyFault } from '../policy.js';
import { type MappedCode, readMappedCode } from './errorPlace.js';
import { ownFields } from './ownFields.js';
import { compilePolicyModule, type ModuleHost } from './policyModule.js';

interface TypeScriptSource {
  readonly fileName: string;
  /** JavaScript from `bundleTypeScriptPolicy`. */
  readonly code: string;
  readonly params: Params;
}

const silentHost: ModuleHost = { log: () => {} };

/**
 * A policy written in TypeScript or JavaScript.
 *
 * Each start evaluates the module anew, so that its variables never pass from one run to the next.
 * @throws PolicyFault of kind `load` when it throws while loading or exports no policy
 */
export function loadTypeScriptPolicy({ fileName, code, params }: TypeScriptSource): LoadedPolicy {
  // No file is called so: stack frames with this name are the policy's.
  const frameName = `policy:${fileName}`;
  const mapped = readMappedCode(code);
  const toFault = (thrown: unknown, timeSeconds: number | undefined) =>
    explain(thrown, { mapped, fileName, frameName, timeSeconds });
  const evaluate = (host: ModuleHost): PolicyDefinition => {
    try {
      return readDefinition(compile(host), fileName);
    } catch (thrown) {
      throw toFault(thrown, undefined);
    }
  };
  const compile = compileOnce(mapped.code, frameName, toFault);
  return definitionPolicy({
    fileName,
    name: fileName.replace(/\.[^.]+$/, ''),
    params,
    fresh: (host) => evaluate(host ?? silentHost),
    show: ownFields,
    toFault,
  });
}

function compileOnce(code: string, frameName: string, toFault: (thrown: unknown, timeSeconds: undefined) => Error) {
  try {
    return compilePolicyModule(code, frameName);
  } catch (thrown) {
    throw toFault(thrown, undefined);
  }
}

function readDefinition(exports: Readonly<Record<string, unknown>>, fileName: string): PolicyDefinition {
  const standard = exports.default;
  if (isDefinition(standard)) return standard;
  if (isDefinition(exports)) return exports;
  const names = Object.keys(exports).filter((name) => name !== '__esModule');
  const found = names.length === 0 ? 'found exports: none' : `found exports: ${names.join(', ')}`;
  const wrong = 'default' in exports ? ` (default is ${describeValue(standard)}, without a function decide)` : '';
  const hint = 'Write: export default definePolicy({ decide(observation, context) { ... } }).';
  throw new PolicyFault(
    `${fileName}: expected export default with a function decide, or an export decide; ${found}${wrong}. ${hint}`,
    {
      kind: 'load',
    },
  );
}

function isDefinition(value: unknown): value is PolicyDefinition {
  return typeof value === 'object' && value !== null && 'decide' in value && typeof value.decide === 'function';
}

interface Explanation {
  readonly mapped: MappedCode;
  readonly fileName: string;
  readonly frameName: string;
  readonly timeSeconds: number | undefined;
}

/** Whatever was thrown as a fault with its place in the source; our own errors pass unchanged. */
function explain(thrown: unknown, { mapped, fileName, frameName, timeSeconds }: Explanation): Error {
  const isOurs = thrown instanceof Error && thrown.name === 'InvariantError';
  if (isOurs) return thrown;
  const place = mapped.place(thrown, frameName);
  const text = thrown instanceof Error ? describeError(thrown) : `thrown value ${describeValue(thrown)}`;
  // A message that names the file already was made here, one level down.
  if (thrown instanceof PolicyFault && text.startsWith(`${fileName}:`)) return thrown;
  const when = timeSeconds === undefined ? '' : ` (virtual time ${timeSeconds} s)`;
  const kind = timeSeconds === undefined ? 'load' : 'runtime';
  return new PolicyFault(`${place ?? fileName}: ${text}${when}`, { kind, timeSeconds });
}

function describeError(thrown: Error): string {
  const message = String(thrown.message).slice(0, 1_000);
  return thrown instanceof PolicyFault || thrown.name === 'Error' ? message : `${thrown.name}: ${message}`;
}
