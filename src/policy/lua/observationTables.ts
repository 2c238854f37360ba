import { parseDuration } from '../../base/duration.js';
import { metricNames, metrics } from '../../telemetry/metrics.js';
import {
  epochSecondsOf,
  type InstanceCounts,
  type InstanceObservation,
  type MetricValues,
  type Observation,
} from '../observation.js';
import { CloudRequestError, readMetricName } from './cloudApi.js';
import { fengari, type LuaFunction, type LuaState } from './fengariApi.js';
import { checkText, keyText, pushLibrary, raise } from './luaLibrary.js';
import type { LuaRun } from './luaRun.js';
import { luaText } from './luaText.js';
import { pushCount, setField } from './luaValue.js';

const { lua, lauxlib } = fengari;

/** What a metrics table holds: the metrics, how old they are and which span they cover. */
const valueNames = [...metricNames, 'age_seconds', 'window_seconds'] as const;
type ValueName = (typeof valueNames)[number];
const countNames = ['desired', 'ready', 'pending', 'starting', 'draining', 'failed', 'min', 'max'] as const;

/** Pushes the counts of a service as a table of integers. */
export function pushInstances(L: LuaState, counts: InstanceCounts): void {
  lua.lua_createtable(L, 0, 8);
  for (const name of countNames) setField(L, name, () => pushCount(L, counts[name]));
}

/**
 * Observations as Lua sees them.
 *
 * A tick makes one empty table; a field is filled in when it is read (a whole tick takes about 14 us). Each tick has
 * tables of its own, so a policy may keep one and compare it with the next.
 */
export class ObservationTables {
  readonly #run: LuaRun;
  readonly #metatables: { readonly observation: number; readonly metrics: number; readonly instances: number };
  /** By the identity of the table: what it shows. */
  readonly #observations = new WeakMap<object, Observation>();
  readonly #metrics = new WeakMap<object, MetricValues>();
  readonly #instances = new WeakMap<object, InstanceCounts>();
  #latest: Observation | undefined;

  constructor(L: LuaState, run: LuaRun) {
    this.#run = run;
    this.#metatables = {
      observation: makeMetatable(L, (thread, name) => this.#pushField(thread, name), observationFields),
      metrics: makeMetatable(L, (thread, name) => this.#pushMetric(thread, name), valueNames),
      instances: makeMetatable(L, (thread, name) => this.#pushCount(thread, name), countNames),
    };
  }

  push(L: LuaState, observation: Observation): void {
    this.#latest = observation;
    this.#pushLazy(L, this.#metatables.observation, this.#observations, observation);
  }

  #pushLazy<Shown>(L: LuaState, metatable: number, shown: WeakMap<object, Shown>, value: Shown): void {
    lua.lua_createtable(L, 0, 0);
    const table = lua.lua_topointer(L, -1);
    if (table !== null) shown.set(table, value);
    lua.lua_rawgeti(L, lua.LUA_REGISTRYINDEX, metatable);
    lua.lua_setmetatable(L, -2);
  }

  /** Pushes one field of the observation whose table is at index 1; false when it has no such field. */
  #pushField(L: LuaState, name: string): boolean {
    const observation = this.#observationAt(L, 1);
    if (name === 'metrics') {
      this.#pushLazy(L, this.#metatables.metrics, this.#metrics, observation.metrics);
      return true;
    }
    if (name === 'instances') {
      this.#pushLazy(L, this.#metatables.instances, this.#instances, observation.instances);
      return true;
    }
    if (name === 'history') {
      lua.lua_pushcfunction(L, this.#history);
      return true;
    }
    if (name === 'perInstance') this.#run.host.noteMetricRead?.('perInstance');
    return observationPushes.get(name)?.(L, observation) ?? false;
  }

  #pushCount(L: LuaState, name: string): boolean {
    const table = lua.lua_topointer(L, 1);
    const counts = table === null ? undefined : this.#instances.get(table);
    const known = countNames.find((candidate) => candidate === name);
    if (known === undefined || counts === undefined) return false;
    pushCount(L, counts[known]);
    return true;
  }

  #pushMetric(L: LuaState, name: string): boolean {
    const table = lua.lua_topointer(L, 1);
    const values = table === null ? undefined : this.#metrics.get(table);
    const known = valueNames.find((candidate) => candidate === name);
    if (known === undefined) this.#noteUnknown(name);
    if (known === undefined || values === undefined) return false;
    this.#run.host.noteMetricRead?.(name);
    return pushMetricValue(L, known, values[known]);
  }

  #noteUnknown(name: string): void {
    try {
      readMetricName(name);
    } catch (thrown) {
      if (!(thrown instanceof CloudRequestError)) throw thrown;
      this.#run.note(`read ${thrown.message}`);
    }
  }

  #observationAt(L: LuaState, index: number): Observation {
    const table = lua.lua_topointer(L, index);
    const observation = (table === null ? undefined : this.#observations.get(table)) ?? this.#latest;
    return observation ?? raise(L, 'there is no observation yet');
  }

  /** `observation:history(name, span)` and `observation.history(name, span)`. */
  readonly #history: LuaFunction = (L) => {
    const observation = this.#observationAt(L, 1);
    const first = lua.lua_type(L, 1) === lua.LUA_TTABLE ? 2 : 1;
    const name = checkText(L, first);
    const span = checkText(L, first + 1);
    this.#checkHistory(L, name, span);
    this.#run.host.noteMetricRead?.(name);
    lua.lua_createtable(L, 0, 0);
    for (const [index, [time, value]] of observation.history(name, span).entries()) {
      lua.lua_createtable(L, 2, 0);
      lua.lua_pushnumber(L, time);
      lua.lua_rawseti(L, -2, 1);
      lua.lua_pushnumber(L, value);
      lua.lua_rawseti(L, -2, 2);
      lua.lua_rawseti(L, -2, index + 1);
    }
    return 1;
  };

  #checkHistory(L: LuaState, name: string, span: string): void {
    try {
      readMetricName(name);
    } catch (thrown) {
      if (thrown instanceof CloudRequestError) raise(L, thrown.message);
      throw thrown;
    }
    if (!((parseDuration(span) ?? 0) > 0)) raise(L, `history got the span "${span}", expected a duration such as "5m"`);
  }
}

type PushField = (L: LuaState, observation: Observation) => boolean;

const observationPushes = new Map<string, PushField>([
  ['time', pushTime],
  ['epochSeconds', pushEpoch],
  ['service', pushService],
  ['lastAction', pushLastAction],
  ['perInstance', pushPerInstance],
  ['resources', pushResources],
  ['context', pushContext],
  ['metricsFailed', pushMetricsFailed],
]);
const observationFields = [...observationPushes.keys(), 'instances', 'metrics', 'history'];

function pushTime(L: LuaState, { time }: Observation): boolean {
  lua.lua_pushnumber(L, time);
  return true;
}

function pushEpoch(L: LuaState, observation: Observation): boolean {
  lua.lua_pushnumber(L, epochSecondsOf(observation));
  return true;
}

function pushService(L: LuaState, { service }: Observation): boolean {
  lua.lua_pushstring(L, luaText.bytes(service));
  return true;
}

function pushLastAction(L: LuaState, { lastAction }: Observation): boolean {
  if (lastAction === undefined) return false;
  lua.lua_createtable(L, 0, 3);
  setField(L, 'time', () => lua.lua_pushnumber(L, lastAction.time));
  setField(L, 'desired', () => pushCount(L, lastAction.desired));
  setField(L, 'result', () => lua.lua_pushstring(L, luaText.key(lastAction.result)));
  return true;
}

function pushContext(L: LuaState, { context }: Observation): boolean {
  lua.lua_createtable(L, 0, 1);
  const { environment } = context;
  if (environment !== undefined) setField(L, 'environment', () => lua.lua_pushstring(L, luaText.bytes(environment)));
  return true;
}

function pushMetricsFailed(L: LuaState, { metricsFailed }: Observation): boolean {
  if (metricsFailed === undefined) return false;
  lua.lua_pushboolean(L, metricsFailed);
  return true;
}

function pushResources(L: LuaState, { resources }: Observation): boolean {
  lua.lua_createtable(L, 0, 4);
  for (const [name, value] of Object.entries(resources)) {
    if (value !== undefined) setField(L, name, () => lua.lua_pushnumber(L, value));
  }
  return true;
}

function pushPerInstance(L: LuaState, { perInstance }: Observation): boolean {
  lua.lua_createtable(L, perInstance.length, 0);
  for (const [index, instance] of perInstance.entries()) {
    pushInstance(L, instance);
    lua.lua_rawseti(L, -2, index + 1);
  }
  return true;
}

function pushInstance(L: LuaState, instance: InstanceObservation): void {
  lua.lua_createtable(L, 0, 5);
  setField(L, 'id', () => lua.lua_pushstring(L, luaText.bytes(instance.id)));
  setField(L, 'phase', () => lua.lua_pushstring(L, luaText.key(instance.phase)));
  setField(L, 'startedAt', () => lua.lua_pushnumber(L, instance.startedAt));
  const { readyAt, deletedAt } = instance;
  if (readyAt !== undefined) setField(L, 'readyAt', () => lua.lua_pushnumber(L, readyAt));
  if (deletedAt !== undefined) setField(L, 'deletedAt', () => lua.lua_pushnumber(L, deletedAt));
  lua.lua_createtable(L, 0, 0);
  for (const name of valueNames) {
    if (pushMetricValue(L, name, instance.metrics[name])) lua.lua_setfield(L, -2, luaText.key(name));
  }
  lua.lua_setfield(L, -2, luaText.key('metrics'));
}

/** Counts of requests as integers, everything else as floats; absent stays absent. */
function pushMetricValue(L: LuaState, name: ValueName, value: number | undefined): boolean {
  if (value === undefined) return false;
  const isCount = name !== 'age_seconds' && name !== 'window_seconds' && metrics[name].unit.startsWith('requests');
  if (isCount) pushCount(L, value);
  else lua.lua_pushnumber(L, value);
  return true;
}

/**
 * Makes the metatable of a table that fills itself in, and returns its reference in the registry.
 *
 * `push` pushes the field of the table at index 1. `pairs` fills in everything first.
 */
function makeMetatable(L: LuaState, push: (L: LuaState, name: string) => boolean, names: readonly string[]): number {
  const fill = (thread: LuaState, name: string): boolean => {
    if (!push(thread, name)) return false;
    lua.lua_pushstring(thread, luaText.key(name));
    lua.lua_pushvalue(thread, -2);
    lua.lua_rawset(thread, 1);
    return true;
  };
  pushLibrary(L, {
    __index: (thread) => {
      if (lua.lua_type(thread, 2) === lua.LUA_TSTRING && fill(thread, keyText(thread, 2))) return 1;
      lua.lua_pushnil(thread);
      return 1;
    },
    __pairs: (thread) => {
      lua.lua_settop(thread, 1);
      for (const name of names) {
        lua.lua_pushstring(thread, luaText.key(name));
        const isFilled = lua.lua_rawget(thread, 1) !== lua.LUA_TNIL;
        if (!isFilled) fill(thread, name);
        lua.lua_settop(thread, 1);
      }
      lua.lua_pushcfunction(thread, next);
      lua.lua_pushvalue(thread, 1);
      lua.lua_pushnil(thread);
      return 3;
    },
  });
  return lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
}

const next: LuaFunction = (L) => {
  lua.lua_settop(L, 2);
  if (lua.lua_next(L, 1)) return 2;
  lua.lua_pushnil(L);
  return 1;
};
