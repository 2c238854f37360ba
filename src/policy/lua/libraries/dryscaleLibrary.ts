import { parseDuration } from '../../../base/duration.js';
import { describeValue } from '../../describeValue.js';
import type { PolicyHost } from '../../policy.js';
import { readDecision } from '../../readDecision.js';
import { CloudRequestError, readMetricName, readService } from '../cloudApi.js';
import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { checkText, pushLibrary, raise } from '../luaLibrary.js';
import type { LuaRun } from '../luaRun.js';
import { nameOfKey, tableAt } from '../luaTables.js';
import { luaText } from '../luaText.js';
import { pushCount, pushValue, readLuaValue, setField } from '../luaValue.js';
import { pushInstances } from '../observationTables.js';

const { lua } = fengari;

/** Pushes `require("dryscale")`: metric, instances, scale_to, sleep, now, log, params. */
export function pushDryscale(L: LuaState, run: LuaRun): void {
  pushLibrary(L, {
    metric: ofPolicies(run, 'metric', metric(run)),
    instances: ofPolicies(run, 'instances', (thread) => {
      pushInstances(thread, run.host.observe(serviceAt(thread, 1, run.host)).instances);
      return 1;
    }),
    scale_to: ofPolicies(run, 'scale_to', scaleTo(run)),
    sleep: sleep(run),
    now: (thread) => {
      lua.lua_pushnumber(thread, run.nowSeconds);
      return 1;
    },
    log: (thread) => {
      const text = checkText(thread, 1);
      run.guard.output(thread, text.length + 1);
      run.log(text);
      return 0;
    },
  });
  setField(L, 'params', () => pushParams(L, run));
}

/** What a router does not have. */
function ofPolicies(run: LuaRun, name: string, call: LuaFunction): LuaFunction {
  return (L) => {
    if (run.mode === 'route') raise(L, `a router has no dryscale.${name}: what it may see stands in context.targets`);
    return call(L);
  };
}

/** The parameters as given; what is read of them is noted, for a script declares none. */
function pushParams(L: LuaState, run: LuaRun): void {
  lua.lua_createtable(L, 0, 0);
  for (const [name, value] of Object.entries(run.params)) {
    setField(L, name, () => (typeof value === 'number' ? pushCount(L, value) : pushValue(L, value)));
  }
  tableAt(L, -1).watch = (_, key) => {
    const names = key === undefined ? Object.keys(run.params) : [nameOfKey(key)];
    for (const name of names) if (name !== undefined) run.paramReads.add(name);
  };
}

/** Names that do not exist are the policy's errors, at its own line. */
function named<Found>(L: LuaState, find: () => Found): Found {
  try {
    return find();
  } catch (thrown) {
    if (thrown instanceof CloudRequestError) return raise(L, thrown.message);
    throw thrown;
  }
}

function serviceAt(L: LuaState, index: number, host: PolicyHost): string {
  const name = lua.lua_isnoneornil(L, index) ? undefined : checkText(L, index);
  return named(L, () => readService(name, host));
}

function metric(run: LuaRun): LuaFunction {
  return (L) => {
    const text = checkText(L, 1);
    const name = named(L, () => readMetricName(text));
    const { host } = run;
    const value = host.observe(serviceAt(L, 2, host)).metrics[name];
    host.noteMetricRead?.(name);
    if (value === undefined) lua.lua_pushnil(L);
    else lua.lua_pushnumber(L, value);
    return 1;
  };
}

/** `scale_to(n[, service])` answers with the result's name and the count now desired. */
function scaleTo(run: LuaRun): LuaFunction {
  return (L) => {
    const { host } = run;
    const place = { fileName: run.guard.fileName, timeSeconds: run.nowSeconds };
    const value = readLuaValue(L, 1);
    if (typeof value !== 'number' || !(value >= 0) || value === Number.POSITIVE_INFINITY) {
      raise(L, `scale_to got ${describeValue(value)}, expected a count >= 0`);
    }
    const decision = readDecision(value, place);
    const answer = host.act(decision ?? { desired: 0 }, serviceAt(L, 2, host));
    return run.answer(L, (thread) => {
      lua.lua_pushstring(thread, luaText.key(answer.result));
      pushCount(thread, answer.desired);
      return 2;
    });
  };
}

/** Seconds, or a duration such as "1m30s". */
function sleep(run: LuaRun): LuaFunction {
  return (L) => {
    const value = readLuaValue(L, 1);
    const seconds = typeof value === 'string' ? (parseDuration(value) ?? Number(value)) : value;
    if (typeof seconds !== 'number' || !(seconds >= 0)) {
      raise(L, `sleep got ${describeValue(value)}, expected seconds >= 0 or a duration such as "1m30s"`);
    }
    return run.wait(L, seconds, () => 0);
  };
}
