import { decideRunner, parseEvery } from '../decideRunner.js';
import { mergeParams } from '../mergeParams.js';
import { type LoadedPolicy, type Params, PolicyFault, type PolicyHost, type PolicyRunner } from '../policy.js';
import { fengari, type LuaState } from './fengariApi.js';
import { LuaProgram } from './luaProgram.js';
import { scriptSign } from './luaRun.js';
import { luaText } from './luaText.js';
import { pushCount, pushValue, readLuaValue, setField } from './luaValue.js';
import { ObservationTables } from './observationTables.js';
import { overflowLint } from './overflowLint.js';
import { scriptRunner } from './scriptRunner.js';

const { lua, lauxlib } = fengari;

interface LuaSource {
  readonly fileName: string;
  readonly code: string;
  readonly params: Params;
  /** Instructions one decision may take; 100 million when left out (CONTRACT section 2). */
  readonly instructionLimit?: number;
}

/**
 * A policy written in Lua, in either style.
 *
 * The file is run once without a host to see which: one that returns a table with `decide` is asked at every tick; one
 * that waits, acts or reads metrics while it loads is a script and becomes a coroutine in virtual time.
 * @throws PolicyFault when it does not parse, fails or runs out of its budget while loading, or is neither of the two
 */
export function loadLuaPolicy(source: LuaSource): LoadedPolicy {
  const { fileName } = source;
  const baseName = fileName.replace(/\.lua$/i, '');
  const lint = overflowLint(source.code);
  const table = probe(source);
  if (table === undefined) {
    return { name: baseName, params: source.params, isScript: true, start: (host) => startScript(source, host, lint) };
  }
  const params = mergeParams({ fileName, defaults: table.params, overrides: source.params });
  const everySeconds = parseEvery(table.every, fileName);
  const name = typeof table.name === 'string' ? table.name : baseName;
  return { name, params, start: (host) => startDecide({ ...source, params }, { host, everySeconds, lint }) };
}

/** What a decide-style file returns, without its functions; undefined for a script. */
function probe(source: LuaSource): Record<string, unknown> | undefined {
  const program = new LuaProgram({ ...source, mode: 'probe' });
  try {
    program.resume(0, undefined);
  } catch (thrown) {
    if (thrown === scriptSign) return undefined;
    throw thrown;
  }
  return readPolicyTable(program, source.fileName);
}

function readPolicyTable({ thread, state }: LuaProgram, fileName: string): Record<string, unknown> {
  const hint = 'Return { decide = function(observation, context) ... end }, or loop and sleep.';
  if (lua.lua_gettop(thread) === 0 || lua.lua_isnil(thread, 1)) {
    const hasGlobal = lua.lua_getglobal(state, luaText.key('decide')) === lua.LUA_TFUNCTION;
    const what = hasGlobal
      ? 'defines decide but does not return it. End the file with: return { decide = decide }'
      : `returns nothing and waits for nothing. ${hint}`;
    throw new PolicyFault(`${fileName}: ${what}`, { kind: 'load' });
  }
  const value = readLuaValue(thread, 1);
  if (lua.lua_type(thread, 1) !== lua.LUA_TTABLE || typeof value !== 'object' || value === null) {
    throw new PolicyFault(`${fileName}: returns ${JSON.stringify(value)}, expected a table with decide. ${hint}`, {
      kind: 'load',
    });
  }
  const table = Object.fromEntries(Object.entries(value));
  lua.lua_pushstring(thread, luaText.key('decide'));
  if (lua.lua_rawget(thread, 1) !== lua.LUA_TFUNCTION) {
    const found = Object.keys(table).join(', ') || 'nothing';
    throw new PolicyFault(
      `${fileName}: expected a function named decide in the returned table, found ${found}. ${hint}`,
      { kind: 'load' },
    );
  }
  return table;
}

function startScript(source: LuaSource, host: PolicyHost, lint: readonly string[]): PolicyRunner {
  const program = new LuaProgram({ ...source, mode: 'script', host });
  for (const finding of lint) program.run.note(finding);
  return scriptRunner(program, host);
}

interface DecideStart {
  readonly host: PolicyHost;
  readonly everySeconds: number;
  readonly lint: readonly string[];
}

function startDecide(source: LuaSource, { host, everySeconds, lint }: DecideStart): PolicyRunner {
  const program = new LuaProgram({ ...source, mode: 'decide', host });
  for (const finding of lint) program.run.note(finding);
  program.resume(0, undefined);
  readPolicyTable(program, source.fileName);
  const { thread } = program;
  // readPolicyTable leaves the function on top; both live in the registry from here on, not on the stack.
  const decide = lauxlib.luaL_ref(thread, lua.LUA_REGISTRYINDEX);
  const context = makeContext(thread, source.params);
  lua.lua_settop(thread, 0);
  const tables = new ObservationTables(thread, program.run);
  return decideRunner(
    {
      fileName: source.fileName,
      everySeconds,
      findings: program.run.findings,
      decide(observation) {
        lua.lua_rawgeti(thread, lua.LUA_REGISTRYINDEX, decide);
        tables.push(thread, observation);
        lua.lua_rawgeti(thread, lua.LUA_REGISTRYINDEX, context);
        program.resume(2, host.nowSeconds());
        const value = lua.lua_gettop(thread) === 0 ? undefined : readLuaValue(thread, 1);
        lua.lua_settop(thread, 0);
        return value;
      },
    },
    host,
  );
}

/** The second argument of decide: its params, and a state that lasts as long as the run. */
function makeContext(L: LuaState, params: Params): number {
  lua.lua_createtable(L, 0, 2);
  setField(L, 'params', () => {
    lua.lua_createtable(L, 0, 0);
    for (const [name, value] of Object.entries(params)) {
      setField(L, name, () => (typeof value === 'number' ? pushCount(L, value) : pushValue(L, value)));
    }
  });
  setField(L, 'state', () => lua.lua_createtable(L, 0, 0));
  return lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
}
