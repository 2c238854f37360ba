import { mergeParams } from '../mergeParams.js';
import { type Params, PolicyFault, type PolicyHost } from '../policy.js';
import type { FileSpec } from '../policySpec.js';
import type { LoadedRouter, RouteRequest, RouteTarget, RunningRouter } from '../router.js';
import { fengari, type LuaState, type LuaTable } from './fengariApi.js';
import { LuaProgram } from './luaProgram.js';
import { scriptSign } from './luaRun.js';
import { element, newList, newTable, tableAt, tableFields } from './luaTables.js';
import { readLuaValue, setField } from './luaValue.js';
import { goesOn } from './moduleEntries.js';
import { readFunctionTable } from './policyTable.js';
import { pushParams } from './pushParams.js';
import { paramPlace } from './scriptParams.js';

const { lua, lauxlib } = fengari;

/** What one request may take: a thousand times what a router needs, and a hundredth of what a decision may. */
const instructionLimit = 1_000_000;

type LuaSource = Pick<FileSpec, 'fileName' | 'code' | 'params'>;

/**
 * A router written in Lua: a file that returns a table with `route`, in a state as narrow as a policy's.
 *
 * @throws PolicyFault of kind `load`
 */
export function loadLuaRouter(source: LuaSource): LoadedRouter {
  const program = new LuaProgram({ ...source, mode: 'probe' });
  try {
    program.resume(0, undefined);
  } catch (thrown) {
    if (thrown !== scriptSign) throw thrown;
    const text = `${source.fileName}: waits, acts or reads metrics while it loads. ${hint}`;
    throw new PolicyFault(text, { kind: 'load' });
  }
  if (goesOn(program)) {
    throw new PolicyFault(`${source.fileName}: starts timers or tasks, which a router may not. ${hint}`, {
      kind: 'load',
    });
  }
  const { params, floatNames } = settingsOf(program, source);
  return {
    fileName: source.fileName,
    start: (host, route) => new LuaRouter(source, { params, floatNames, host, route }),
  };
}

const hint = 'Return { route = function(request, context) ... end }.';

function settingsOf(program: LuaProgram, source: LuaSource) {
  const { params, floatNames } = readFunctionTable(program, { fileName: source.fileName, name: 'route', hint });
  const placeOf = (name: string) => paramPlace(source, name);
  const merged = mergeParams({ fileName: source.fileName, defaults: params, overrides: source.params, placeOf });
  return { params: merged, floatNames };
}

interface RouterStart {
  readonly params: Params;
  readonly floatNames: ReadonlySet<string>;
  readonly host: PolicyHost;
  readonly route: string;
}

/** Hot: called for every request. The context is one table for the whole run, a request one of its own. */
class LuaRouter implements RunningRouter {
  readonly #program: LuaProgram;
  readonly #thread: LuaState;
  readonly #function: number;
  readonly #context: number;
  readonly #contextTable: LuaTable;
  #targets: LuaTable[] = [];

  constructor(source: LuaSource, { params, floatNames, host, route }: RouterStart) {
    this.#program = new LuaProgram({ ...source, params, mode: 'route', host, instructionLimit });
    this.#program.resume(0, undefined);
    readFunctionTable(this.#program, { fileName: source.fileName, name: 'route', hint });
    const { thread } = this.#program;
    this.#thread = thread;
    this.#function = lauxlib.luaL_ref(thread, lua.LUA_REGISTRYINDEX);
    lua.lua_createtable(thread, 0, 5);
    this.#contextTable = tableAt(thread, -1);
    tableFields.text(thread, this.#contextTable, 'route', route);
    setField(thread, 'params', () => pushParams(thread, params, floatNames));
    setField(thread, 'state', () => lua.lua_createtable(thread, 0, 0));
    this.#context = lauxlib.luaL_ref(thread, lua.LUA_REGISTRYINDEX);
    lua.lua_settop(thread, 0);
  }

  get findings(): readonly string[] {
    return this.#program.run.findings;
  }

  show(targets: readonly RouteTarget[]): void {
    const L = this.#thread;
    this.#targets = targets.map((target) => targetTable(L, target));
    const list = newList(
      L,
      this.#targets.map((table) => element.table(table)),
    );
    tableFields.table(L, this.#contextTable, 'targets', list);
  }

  setCooling(place: number, isCooling: boolean): void {
    tableFields.flag(this.#thread, this.#targets[place], 'cooling', isCooling);
  }

  route(request: RouteRequest, timeSeconds: number): unknown {
    const L = this.#thread;
    tableFields.number(L, this.#contextTable, 'time', timeSeconds);
    lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, this.#function);
    pushRequest(L, request);
    lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, this.#context);
    this.#program.resume(2, timeSeconds);
    const answer = lua.lua_gettop(L) === 0 ? undefined : readLuaValue(L, 1);
    lua.lua_settop(L, 0);
    return answer;
  }
}

function pushRequest(L: LuaState, request: RouteRequest): void {
  lua.lua_createtable(L, 0, 8);
  const table = tableAt(L, -1);
  tableFields.word(L, table, 'model', request.model);
  tableFields.word(L, table, 'class', request.class);
  tableFields.count(L, table, 'promptTokens', request.promptTokens);
  tableFields.count(L, table, 'maxOutputTokens', request.maxOutputTokens);
  tableFields.count(L, table, 'priority', request.priority);
  if (request.tier !== undefined) tableFields.word(L, table, 'tier', request.tier);
  if (request.consumer !== undefined) tableFields.word(L, table, 'consumer', request.consumer);
  if (request.prefix !== undefined) tableFields.count(L, table, 'prefix', request.prefix);
}

function targetTable(L: LuaState, { name, kind, cooling, price, ready, metrics }: RouteTarget): LuaTable {
  const table = newTable(L, 0, 6);
  tableFields.text(L, table, 'name', name);
  tableFields.word(L, table, 'kind', kind);
  tableFields.flag(L, table, 'cooling', cooling);
  if (price !== undefined) tableFields.table(L, table, 'price', numbersTable(L, price));
  if (ready !== undefined) tableFields.count(L, table, 'ready', ready);
  tableFields.table(L, table, 'metrics', numbersTable(L, metrics));
  return table;
}

function numbersTable(L: LuaState, values: Readonly<Record<string, number | undefined>>): LuaTable {
  const entries = Object.entries(values);
  const table = newTable(L, 0, entries.length);
  for (const [name, value] of entries) if (value !== undefined) tableFields.number(L, table, name, value);
  return table;
}
