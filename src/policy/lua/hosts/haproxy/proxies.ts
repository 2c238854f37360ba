import type { InstanceObservation } from '../../../observation.js';
import { fengari, type LuaFunction, type LuaState } from '../../fengariApi.js';
import { checkText, pushLibrary } from '../../luaLibrary.js';
import type { LuaRun } from '../../luaRun.js';
import { luaText } from '../../luaText.js';
import { pushCount, pushValue, setField } from '../../luaValue.js';
import { setRefusedFunctions } from '../refusedApi.js';

const { lua } = fengari;

const useScaling = 'call the API of the cloud, or dryscale.scale_to(n)';
const refusedOfProxy = {
  pause: useScaling,
  resume: useScaling,
  stop: useScaling,
  shut_bcksess: useScaling,
  get_mailers: 'nobody gets mails here',
};
const refusedOfServer = Object.fromEntries(
  [
    'set_maxconn',
    'get_maxconn',
    'set_weight',
    'set_addr',
    'get_addr',
    'shut_sess',
    'set_drain',
    'set_maint',
    'set_ready',
    'check_enable',
    'check_disable',
    'check_force_up',
    'check_force_nolb',
    'check_force_down',
    'agent_enable',
    'agent_disable',
    'agent_force_up',
    'agent_force_down',
    'tracking',
    'get_trackers',
    'event_sub',
  ].map((name) => [name, useScaling]),
);

/** Numbers and texts; those that are not known are left out. */
type Fields = Readonly<Record<string, number | string | undefined>>;

/**
 * Pushes `core.backends`: the policy's services as proxies, their instances as servers.
 *
 * Source: doc/lua-api/index.rst, "Proxy class" and "Server class"; names of statistics: src/stats-proxy.c. Counts of
 * servers are the present ones; sessions, queues and rates are the policy's metrics, as late as these are.
 */
export function pushBackends(L: LuaState, run: LuaRun): void {
  lua.lua_createtable(L, 0, run.host.serviceNames.length);
  for (const [index, name] of run.host.serviceNames.entries()) {
    setField(L, name, () => pushProxy(L, run, { name, uuid: String(index + 2) }));
  }
}

function pushProxy(L: LuaState, run: LuaRun, { name, uuid }: { readonly name: string; readonly uuid: string }): void {
  const observed = () => run.host.observe(name);
  pushLibrary(L, {
    get_name: text(name),
    get_uuid: text(uuid),
    get_mode: text('http'),
    get_cap: text('backend'),
    get_srv_act: (thread) => pushNumber(thread, observed().instances.ready),
    get_srv_bck: (thread) => pushNumber(thread, 0),
    get_stats(thread) {
      const { instances, metrics } = observed();
      run.host.noteMetricRead?.('in_flight');
      pushFields(thread, {
        pxname: name,
        svname: 'BACKEND',
        status: instances.ready > 0 ? 'UP' : 'DOWN',
        type: 1,
        act: instances.ready,
        bck: 0,
        weight: instances.ready,
        scur: metrics.in_flight,
        qcur: metrics.queue_depth,
        rate: metrics.request_rate,
      });
      return 1;
    },
  });
  setField(L, 'name', () => pushValue(L, name));
  setField(L, 'uuid', () => pushValue(L, uuid));
  setRefusedFunctions(L, 'Proxy', refusedOfProxy);
  pushLibrary(L, {
    __index(thread) {
      if (lua.lua_type(thread, 2) !== lua.LUA_TSTRING || checkText(thread, 2) !== 'servers') return 0;
      pushServers(thread, run, name);
      return 1;
    },
  });
  lua.lua_setmetatable(L, -2);
}

/** The instances that are alive now, by their name. */
function pushServers(L: LuaState, run: LuaRun, service: string): void {
  const { perInstance } = run.host.observe(service);
  run.host.noteMetricRead?.('in_flight');
  lua.lua_createtable(L, 0, perInstance.length);
  for (const [index, instance] of perInstance.entries()) {
    setField(L, instance.id, () => pushServer(L, run, { instance, service, puid: String(index + 1) }));
  }
}

interface ServerOf {
  readonly instance: InstanceObservation;
  readonly service: string;
  readonly puid: string;
}

function pushServer(L: LuaState, run: LuaRun, { instance, service, puid }: ServerOf): void {
  const { id, phase, metrics, healthy = true } = instance;
  const isDraining = phase === 'draining';
  const isUp = phase === 'ready' && healthy;
  pushLibrary(L, {
    get_name: text(id),
    get_puid: text(puid),
    get_rid: (thread) => pushNumber(thread, 0),
    is_draining: flag(isDraining),
    is_backup: flag(false),
    is_dynamic: flag(true),
    get_weight: (thread) => pushNumber(thread, isDraining ? 0 : 1),
    get_cur_sess: (thread) => pushNumber(thread, metrics.in_flight ?? 0),
    get_pend_conn: (thread) => pushNumber(thread, metrics.queue_depth ?? 0),
    get_proxy(thread) {
      pushBackends(thread, run);
      lua.lua_getfield(thread, -1, luaText.bytes(service));
      return 1;
    },
    get_stats(thread) {
      pushFields(thread, {
        pxname: service,
        svname: id,
        status: isDraining ? 'DRAIN' : isUp ? 'UP' : 'DOWN',
        type: 2,
        act: isUp ? 1 : 0,
        bck: 0,
        weight: isDraining ? 0 : 1,
        scur: metrics.in_flight,
        qcur: metrics.queue_depth,
      });
      return 1;
    },
  });
  setField(L, 'name', () => pushValue(L, id));
  setField(L, 'puid', () => pushValue(L, puid));
  setRefusedFunctions(L, 'Server', refusedOfServer);
}

function pushFields(L: LuaState, fields: Fields): void {
  lua.lua_createtable(L, 0, 10);
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'number') setField(L, name, () => pushCount(L, Math.round(value)));
    else if (value !== undefined) setField(L, name, () => pushValue(L, value));
  }
}

function text(value: string): LuaFunction {
  return (L) => {
    pushValue(L, value);
    return 1;
  };
}

function flag(value: boolean): LuaFunction {
  return (L) => {
    lua.lua_pushboolean(L, value);
    return 1;
  };
}

function pushNumber(L: LuaState, value: number): number {
  pushCount(L, Math.round(value));
  return 1;
}
