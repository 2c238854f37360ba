import { decideRunner, parseEvery } from '../decideRunner.js';
import { mergeParams } from '../mergeParams.js';
import type { LoadedPolicy, Params, PolicyHost, PolicyRunner } from '../policy.js';
import { decisionFields } from '../readDecision.js';
import { fengari, type LuaState } from './fengariApi.js';
import { LuaProgram } from './luaProgram.js';
import { scriptSign } from './luaRun.js';
import { notPlain, plainField, tableAt } from './luaTables.js';
import { readField, readLuaValue, setField } from './luaValue.js';
import { enterModule, goesOn } from './moduleEntries.js';
import { ObservationTables } from './observationTables.js';
import { hasGlobalDecide, nothingReturned, type PolicyTable, readPolicyTable } from './policyTable.js';
import { pushParams } from './pushParams.js';
import { checkScriptParams, paramPlace, unreadParams } from './scriptParams.js';

const { lua, lauxlib } = fengari;

interface LuaSource {
  readonly fileName: string;
  readonly code: string;
  readonly params: Params;
  /** Instructions one decision may take; the guard's limit when left out. */
  readonly instructionLimit?: number;
}

/**
 * A policy written in Lua, in either style.
 *
 * The file is run once without a host to see which: one that returns a table with `decide` is asked at every tick. One
 * that waits, acts or reads metrics while it loads shows its style only with a host: it runs as a coroutine in virtual
 * time, and is asked from then on if it ends by returning such a table. One that starts timers or returns a module with
 * `init_worker` runs by itself, in virtual time too.
 * @throws PolicyFault when it does not parse, fails or runs out of its budget while loading, or is neither of the two
 */
export function loadLuaPolicy(source: LuaSource): LoadedPolicy {
  const name = source.fileName.replace(/\.lua$/i, '');
  const table = probeOnce(source);
  if (table === undefined) {
    return { name, params: source.params, start: (host) => startWithHost(source, host) };
  }
  const settings = settingsOf(source, table);
  return {
    name: typeof table.name === 'string' ? table.name : name,
    params: settings.params,
    start: (host) => startDecide(source, { host, settings }),
  };
}

/** The last probe of this thread: its runs are mostly of one policy, and a probe has no host that could differ. */
let lastProbe: { readonly of: string; readonly table: PolicyTable | undefined } | undefined;

function probeOnce(source: LuaSource): PolicyTable | undefined {
  const of = JSON.stringify(source);
  if (lastProbe?.of !== of) lastProbe = { of, table: probe(source) };
  return lastProbe.table;
}

/** What a decide-style file returns, without its functions; undefined for one that wants its host or runs by itself. */
function probe(source: LuaSource): PolicyTable | undefined {
  const program = new LuaProgram({ ...source, mode: 'probe' });
  try {
    program.resume(0, undefined);
  } catch (thrown) {
    if (thrown === scriptSign) return undefined;
    throw thrown;
  }
  if (goesOn(program)) return undefined;
  if (program.returnsNothing) throw nothingReturned(program, source);
  return readPolicyTable(program, source.fileName);
}

/** A decide-style policy's settings, checked. */
interface DecideSettings {
  readonly everySeconds: number;
  readonly params: Params;
  readonly floatNames: ReadonlySet<string>;
}

function settingsOf(source: LuaSource, { params, every, floatNames }: PolicyTable): DecideSettings {
  const { fileName } = source;
  const placeOf = (name: string) => paramPlace(source, name);
  const merged = mergeParams({ fileName, defaults: params, overrides: source.params, placeOf });
  return { everySeconds: parseEvery(every, fileName), params: merged, floatNames };
}

interface DecideStart {
  readonly host: PolicyHost;
  readonly settings: DecideSettings;
}

function startDecide(source: LuaSource, { host, settings }: DecideStart): PolicyRunner {
  const program = new LuaProgram({ ...source, params: settings.params, mode: 'decide', host });
  program.resume(0, undefined);
  readPolicyTable(program, source.fileName);
  return askProgram(program, host, settings);
}

/** Runs a file that wants its host while it loads: a script, until it returns a table with `decide`. */
function startWithHost(source: LuaSource, host: PolicyHost): PolicyRunner {
  const program = new LuaProgram({ ...source, mode: 'script', host });
  const { run } = program;
  const script = scriptRunner(program, host);
  let asked: PolicyRunner | undefined;
  let isChecked = false;
  return {
    get isScript() {
      return asked === undefined;
    },
    get everySeconds() {
      return asked?.everySeconds;
    },
    get nextWakeSeconds() {
      return (asked ?? script).nextWakeSeconds;
    },
    wake() {
      if (asked !== undefined) return asked.wake();
      const hasEnded = script.wake();
      if (hasEnded && goesOn(program)) enterModule(program.thread, run);
      else if (hasEnded && !program.returnsNothing) {
        const settings = settingsOf(source, readPolicyTable(program, source.fileName));
        run.mode = 'decide';
        asked = askProgram(program, host, settings);
        return;
      }
      if (!isChecked) checkScriptParams(source, run.paramReads);
      isChecked = true;
      if (hasEnded && hasGlobalDecide(program)) {
        run.note(
          'defines decide but does not return it, so nothing asks it. End the file with: return { decide = decide }',
        );
      }
    },
    get findings() {
      return asked === undefined ? [...run.findings, ...unreadParams(source, run.paramReads)] : run.findings;
    },
  };
}

/** Asks the function `decide` on top of the thread's stack, where `readPolicyTable` leaves it. */
function askProgram(
  program: LuaProgram,
  host: PolicyHost,
  { everySeconds, params, floatNames }: DecideSettings,
): PolicyRunner {
  const { thread, run } = program;
  // Function and context live in the registry from here on, not on the stack.
  const decide = lauxlib.luaL_ref(thread, lua.LUA_REGISTRYINDEX);
  const context = makeContext(thread, params, floatNames);
  lua.lua_settop(thread, 0);
  const tables = new ObservationTables(run);
  return decideRunner(
    {
      fileName: run.guard.fileName,
      everySeconds,
      findings: run.findings,
      decide(observation) {
        lua.lua_rawgeti(thread, lua.LUA_REGISTRYINDEX, decide);
        tables.push(thread, observation);
        lua.lua_rawgeti(thread, lua.LUA_REGISTRYINDEX, context);
        program.resume(2, host.nowSeconds());
        tables.settle();
        const value = readReturned(thread);
        lua.lua_settop(thread, 0);
        return value;
      },
    },
    host,
  );
}

/** What decide returned. Of a table with `desired` only the fields of a decision count, however many others it has. */
function readReturned(L: LuaState): unknown {
  if (lua.lua_type(L, 1) !== lua.LUA_TTABLE) return lua.lua_gettop(L) === 0 ? undefined : readLuaValue(L, 1);
  const table = tableAt(L, 1);
  const desired = plainField(L, table, 'desired');
  if (typeof desired !== 'number') return readOddReturned(L);
  const decision: Record<string, unknown> = {};
  for (const name of decisionFields) {
    const value = plainField(L, table, name);
    decision[name] = value === notPlain ? readField(L, 1, name) : value;
  }
  return decision;
}

/** A table without a count: the value of `desired`, or else all of it, for the message. */
function readOddReturned(L: LuaState): unknown {
  const desired = readField(L, 1, 'desired');
  return desired === undefined ? readLuaValue(L, 1) : { desired };
}

/** The second argument of decide: its params, and a state that lasts as long as the run. */
function makeContext(L: LuaState, params: Params, floatNames: ReadonlySet<string>): number {
  lua.lua_createtable(L, 0, 2);
  setField(L, 'params', () => pushParams(L, params, floatNames));
  setField(L, 'state', () => lua.lua_createtable(L, 0, 0));
  return lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
}

/** A script in virtual time: its main chunk, then whatever threads it has started, from one wait to the next. */
interface ScriptRunner {
  /** Infinity when no thread is left. */
  readonly nextWakeSeconds: number;
  /** Whether the main chunk ended in this wake; its values are on its stack. @throws PolicyFault */
  wake(): boolean;
}

/** Drives a script from the instant it is started on. */
function scriptRunner({ thread, run: { threads } }: LuaProgram, host: PolicyHost): ScriptRunner {
  const main = threads.adopt(thread, { phase: 'main' }, host.nowSeconds());
  return {
    get nextWakeSeconds() {
      return threads.nextWakeSeconds;
    },
    wake() {
      const wasDone = main.isDone;
      threads.runNext();
      return main.isDone && !wasDone;
    },
  };
}
