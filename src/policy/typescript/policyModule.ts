import { createRequire, isBuiltin } from 'node:module';
import { formatWithOptions } from 'node:util';
import { compileFunction } from 'node:vm';
import { PolicyFault } from '../policy.js';
import { type ModuleClock, virtualGlobals } from './virtualGlobals.js';

/** Where a policy's console goes, and what its clocks and lots go by. */
export interface ModuleHost extends ModuleClock {
  log(text: string): void;
}

type ModuleFunction = (module: { exports: unknown }, exports: unknown, ...names: unknown[]) => unknown;

const builtin = createRequire(import.meta.url);

/**
 * A bundled policy, ready to be evaluated again and again: each evaluation has its own module variables.
 *
 * It sees a `process` that can end nothing and knows nothing of the machine, a `console` that goes to the host, and the
 * clocks and lots of the run (`virtualGlobals`).
 * @returns evaluates the module and gives its exports
 * @throws SyntaxError
 */
export function compilePolicyModule(
  code: string,
  frameName: string,
): (host: ModuleHost) => Readonly<Record<string, unknown>> {
  const parameters = ['module', 'exports', 'require', 'process', 'console', 'Date', 'Math', 'performance'];
  // In a function of its own, so that it may declare these names anew.
  // safe: compileFunction returns a function of just these parameters.
  const run = compileFunction(`(() => {${code}\n})();`, parameters, { filename: frameName }) as ModuleFunction;
  return (host) => {
    const module = { exports: {} as unknown };
    const globals = virtualGlobals(host);
    const given = [policyProcess, consoleOf(host), globals.Date, globals.Math, globals.performance];
    run(module, module.exports, (id: string) => requireBuiltin(id), ...given);
    const { exports } = module;
    const isObject = (typeof exports === 'object' || typeof exports === 'function') && exports !== null;
    // safe: an object can be asked for properties by name.
    return isObject ? (exports as Readonly<Record<string, unknown>>) : {};
  };
}

function refuse(name: string): (...argumentList: unknown[]) => never {
  return () => {
    throw new PolicyFault(
      `process.${name} is not available in a policy: it would exit the simulation. Return from decide instead`,
      {
        kind: 'runtime',
      },
    );
  };
}

/** The `process` of a policy. */
const policyProcess = Object.freeze({
  exit: refuse('exit'),
  abort: refuse('abort'),
  kill: refuse('kill'),
  reallyExit: refuse('reallyExit'),
  chdir: refuse('chdir'),
  env: Object.freeze({}),
  argv: Object.freeze([]),
  cwd: () => '/',
});

function requireBuiltin(id: string): unknown {
  if (id === 'process' || id === 'node:process') return policyProcess;
  if (isBuiltin(id)) return builtin(id);
  throw new PolicyFault(`cannot import "${id}": it was not found beside the policy`, { kind: 'load' });
}

function consoleOf(host: ModuleHost): object {
  const write = (...values: unknown[]) => host.log(formatWithOptions({ colors: false }, ...values));
  return { log: write, info: write, warn: write, error: write, debug: write };
}
