import { fengari, type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
import { pushCount, pushValue, setField } from '../../luaValue.js';

const { lua } = fengari;

/**
 * Pushes `core.get_info()`: of the fields of "show info" those that mean something here. Connections are those that
 * the policy's metrics show, as late as these are; without a sample they are absent.
 */
export function pushInfo(L: LuaState, run: LuaRun): void {
  const { host } = run;
  const { in_flight: inFlight, queue_depth: queueDepth, request_rate: rate } = host.observe().metrics;
  host.noteMetricRead?.('in_flight');
  const counts = {
    Nbthread: run.worker.count,
    Process_num: 1,
    Pid: 8,
    Uptime_sec: Math.floor(run.nowSeconds),
    Tasks: run.threads.count,
    CurrConns: inFlight === undefined ? undefined : Math.round(inFlight + (queueDepth ?? 0)),
    SessRate: rate === undefined ? undefined : Math.round(rate),
  };
  lua.lua_createtable(L, 0, 9);
  setField(L, 'Name', () => pushValue(L, 'HAProxy'));
  setField(L, 'Version', () => pushValue(L, '3.2.0'));
  for (const [name, count] of Object.entries(counts))
    if (count !== undefined) setField(L, name, () => pushCount(L, count));
}
