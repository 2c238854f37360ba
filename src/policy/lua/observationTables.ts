import { parseDuration } from '../../base/duration.js';
import { suggestion } from '../../base/nearest.js';
import { isCountMetric, metricNames } from '../../telemetry/metrics.js';
import type { ContextValue } from '../context/context.js';
import {
  epochSecondsOf,
  type InstanceCounts,
  type InstanceObservation,
  type MetricValues,
  type Observation,
} from '../observation.js';
import { PolicyFault } from '../policy.js';
import { CloudRequestError, readMetricName } from './cloudApi.js';
import { fengari, type LuaFunction, type LuaState, type LuaTable } from './fengariApi.js';
import { checkText, keyText, raise } from './luaLibrary.js';
import type { LuaRun } from './luaRun.js';
import {
  element,
  nameOfKey,
  newList,
  newTable,
  plainField,
  pushList,
  raiseFromWatch,
  tableAt,
  tableFields,
} from './luaTables.js';

const { lua } = fengari;

/** What a metrics table holds: the metrics, how old they are and which span they cover; counts of requests as integers. */
const values = [
  ...metricNames.map((name) => ({ name, isCount: isCountMetric(name) })),
  { name: 'age_seconds', isCount: false },
  { name: 'window_seconds', isCount: false },
] as const;
const valueNames: ReadonlySet<string> = new Set(values.map(({ name }) => name));
const countNames = ['desired', 'ready', 'pending', 'starting', 'draining', 'failed', 'min', 'max'] as const;

/** Instructions that one instance, and one pair of a history, are worth. */
const instanceCharge = 50;
const pairCharge = 5;

/** Pushes the counts of a service as a table of integers. */
export function pushInstances(L: LuaState, counts: InstanceCounts): void {
  lua.lua_createtable(L, 0, countNames.length);
  fillInstances(L, tableAt(L, -1), counts);
}

function fillInstances(L: LuaState, table: LuaTable, counts: InstanceCounts): LuaTable {
  for (const name of countNames) tableFields.count(L, table, name, counts[name]);
  return table;
}

/**
 * Observations as Lua sees them: ordinary tables, each tick's its own.
 *
 * A field of the observation is made when it is first asked for, in whatever way, and is from then on the policy's: it may
 * keep it and change it. Which metrics are read is noted, and which are asked for that do not exist.
 */
export class ObservationTables {
  readonly #run: LuaRun;
  /** Names that were read and are no metrics, unless the policy sets them itself. */
  readonly #unknownNames = new Set<string>();
  /** Fields that were read and that there are not, unless the policy sets them itself; by what is to be said of them. */
  readonly #absentReads = new Map<
    string,
    { readonly thread: LuaState; readonly table: LuaTable; readonly name: string }
  >();
  #absent: { readonly observation: LuaTable; readonly instances: LuaTable } | undefined;

  constructor(run: LuaRun) {
    this.#run = run;
  }

  push(L: LuaState, observation: Observation): void {
    lua.lua_createtable(L, 0, observationFields.length);
    const table = tableAt(L, -1);
    this.#absent ??= {
      observation: this.#absentFields(L, 'observation', observationFields),
      instances: this.#absentFields(L, 'observation.instances', countNames),
    };
    table.metatable = this.#absent.observation;
    const missing = new Set(observationFields);
    table.watch = (thread, key) => {
      const name = key === undefined ? undefined : nameOfKey(key);
      if (key !== undefined && (name === undefined || !missing.has(name))) return;
      for (const field of name === undefined ? missing : [name]) this.#setField(thread, table, field, observation);
      if (name === undefined) table.watch = undefined;
      else missing.delete(name);
    };
  }

  /** A metatable for a table that has these fields, at times not all of them, which notes each other name that is read. */
  #absentFields(L: LuaState, path: string, fields: readonly string[]): LuaTable {
    const metatable = newTable(L, 0, 1);
    tableFields.function(L, metatable, '__index', (thread) => {
      const name = lua.lua_type(thread, 2) === lua.LUA_TSTRING ? keyText(thread, 2) : undefined;
      if (name !== undefined && !fields.includes(name)) {
        const finding = absentField(path, name, fields);
        // Where it is called by hand with another value, there is no table.
        if (lua.lua_type(thread, 1) === lua.LUA_TTABLE) {
          this.#absentReads.set(finding, { thread, table: tableAt(thread, 1), name });
        }
      }
      lua.lua_pushnil(thread);
      return 1;
    });
    // The bits of absent metamethods, which a new table has all set: an assignment in Lua would clear them.
    metatable.flags = 0;
    return metatable;
  }

  /** Notes what the decision read that does not exist; to be called when it is over. */
  settle(): void {
    for (const [finding, { thread, table, name }] of this.#absentReads) {
      if (plainField(thread, table, name) === undefined) this.#run.note(finding);
    }
    this.#absentReads.clear();
    if (this.#unknownNames.size === 0) return;
    for (const name of this.#unknownNames) this.#noteUnknown(name);
    this.#unknownNames.clear();
  }

  #setField(L: LuaState, table: LuaTable, name: string, observation: Observation): void {
    const make = fieldMakers.get(name);
    if (make !== undefined) make(L, table, observation);
    else if (name === 'instances') {
      const instances = fillInstances(L, newTable(L, 0, countNames.length), observation.instances);
      instances.metatable = this.#absent?.instances ?? null;
      tableFields.table(L, table, name, instances);
    } else if (name === 'metrics') tableFields.table(L, table, name, this.#metrics(L, observation.metrics));
    else if (name === 'perInstance') tableFields.table(L, table, name, this.#perInstance(L, observation));
    else if (name === 'history') tableFields.function(L, table, name, this.#history(observation));
  }

  #metrics(L: LuaState, shown: MetricValues): LuaTable {
    const table = newTable(L, 0, values.length);
    fillMetrics(L, table, shown);
    const { host } = this.#run;
    // Fields that the policy adds.
    const ownNames = new Set<string>();
    table.watch = (_, key, isWrite) => {
      // Who walks over them asks for none by name.
      if (key === undefined) for (const name of Object.keys(shown)) host.noteMetricRead?.(name);
      else this.#noteUse(nameOfKey(key), isWrite, ownNames);
    };
    return table;
  }

  /** A write is told as a read first. */
  #noteUse(name: string | undefined, isWrite: boolean, ownNames: Set<string>): void {
    if (name === undefined || ownNames.has(name)) return;
    if (valueNames.has(name)) this.#run.host.noteMetricRead?.(name);
    else if (!isWrite) this.#unknownNames.add(name);
    else {
      ownNames.add(name);
      this.#unknownNames.delete(name);
    }
  }

  #noteUnknown(name: string): void {
    try {
      readMetricName(name);
    } catch (thrown) {
      if (!(thrown instanceof CloudRequestError)) throw thrown;
      this.#run.note(`read ${thrown.message}`);
    }
  }

  #perInstance(L: LuaState, observation: Observation): LuaTable {
    const { guard, host } = this.#run;
    host.noteMetricRead?.('perInstance');
    const perInstance = readInstances(L, observation);
    guard.charge(L, perInstance.length * instanceCharge);
    const elements = perInstance.map((instance) => element.table(instanceTable(L, instance)));
    return newList(L, elements);
  }

  /** `observation:history(name, span)` and `observation.history(name, span)`. */
  #history(observation: Observation): LuaFunction {
    return (L) => {
      const first = lua.lua_type(L, 1) === lua.LUA_TTABLE ? 2 : 1;
      const name = checkText(L, first);
      const span = checkText(L, first + 1);
      checkHistory(L, name, span);
      const { guard, host } = this.#run;
      host.noteMetricRead?.(name);
      const pairs = observation.history(name, span);
      guard.charge(L, pairs.length * pairCharge);
      const elements: ReturnType<typeof element.table>[] = [];
      for (let index = 0; index < pairs.length; index++) {
        const pair = pairs[index];
        elements.push(element.table(newList(L, [element.number(pair[0]), element.number(pair[1])])));
      }
      pushList(L, elements);
      return 1;
    };
  }
}

function absentField(path: string, name: string, fields: readonly string[]): string {
  const meant = valueNames.has(name) ? `It is observation.metrics.${name}.` : suggestion(name, fields);
  return `read ${path}.${name}, which there is not. ${meant}`;
}

/** An observation that was kept for long no longer has them: an error of the policy, at its line. */
function readInstances(L: LuaState, observation: Observation): Observation['perInstance'] {
  try {
    return observation.perInstance;
  } catch (thrown) {
    if (thrown instanceof PolicyFault) raiseFromWatch(L, thrown.message);
    throw thrown;
  }
}

function checkHistory(L: LuaState, name: string, span: string): void {
  try {
    readMetricName(name);
  } catch (thrown) {
    if (thrown instanceof CloudRequestError) raise(L, thrown.message);
    throw thrown;
  }
  if (!((parseDuration(span) ?? 0) > 0)) raise(L, `history got the span "${span}", expected a duration such as "5m"`);
}

type FieldMaker = (L: LuaState, table: LuaTable, observation: Observation) => void;

/** Fields that are made of the observation alone. */
const fieldMakers = new Map<string, FieldMaker>([
  ['time', (L, table, { time }) => tableFields.number(L, table, 'time', time)],
  ['epochSeconds', (L, table, seen) => tableFields.number(L, table, 'epochSeconds', epochSecondsOf(seen))],
  ['service', (L, table, { service }) => tableFields.text(L, table, 'service', service)],
  ['metricsFailed', setMetricsFailed],
  ['lastAction', setLastAction],
  ['resources', setResources],
  ['context', setContext],
  ['nodes', setNodes],
]);
const observationFields: readonly string[] = [...fieldMakers.keys(), 'instances', 'metrics', 'perInstance', 'history'];

function setMetricsFailed(L: LuaState, table: LuaTable, { metricsFailed }: Observation): void {
  if (metricsFailed !== undefined) tableFields.flag(L, table, 'metricsFailed', metricsFailed);
}

function setLastAction(L: LuaState, table: LuaTable, { lastAction }: Observation): void {
  if (lastAction === undefined) return;
  const action = newTable(L, 0, 3);
  tableFields.number(L, action, 'time', lastAction.time);
  tableFields.count(L, action, 'desired', lastAction.desired);
  tableFields.word(L, action, 'result', lastAction.result);
  if (lastAction.by !== undefined) tableFields.text(L, action, 'by', lastAction.by);
  tableFields.table(L, table, 'lastAction', action);
}

function setContext(L: LuaState, table: LuaTable, { context }: Observation): void {
  tableFields.table(L, table, 'context', contextTable(L, context));
}

/** Tables of the policy's own: whole numbers are integers, others floats. */
function contextTable(L: LuaState, values: object): LuaTable {
  const entries = Object.entries(values);
  const table = newTable(L, 0, entries.length);
  for (const [key, value] of entries) {
    if (typeof value === 'string') tableFields.text(L, table, key, value);
    else if (typeof value === 'number') tableFields.count(L, table, key, value);
    else if (typeof value === 'boolean') tableFields.flag(L, table, key, value);
    else if (Array.isArray(value)) tableFields.table(L, table, key, contextList(L, value));
    else if (value !== undefined) tableFields.table(L, table, key, contextTable(L, value));
  }
  return table;
}

function contextList(L: LuaState, values: readonly ContextValue[]): LuaTable {
  return newList(
    L,
    values.map((value) => {
      if (typeof value === 'string') return element.text(L, value);
      if (typeof value === 'number') return element.count(value);
      if (typeof value === 'boolean') return element.flag(value);
      return element.table(isList(value) ? contextList(L, value) : contextTable(L, value));
    }),
  );
}

const isList = (value: ContextValue): value is readonly ContextValue[] => Array.isArray(value);

function setNodes(L: LuaState, table: LuaTable, { nodes }: Observation): void {
  if (nodes === undefined) return;
  const counts = newTable(L, 0, 2);
  tableFields.count(L, counts, 'ready', nodes.ready);
  tableFields.count(L, counts, 'provisioning', nodes.provisioning);
  tableFields.table(L, table, 'nodes', counts);
}

function setResources(L: LuaState, table: LuaTable, { resources }: Observation): void {
  const sizes = newTable(L, 0, 4);
  for (const [name, value] of Object.entries(resources)) {
    if (value !== undefined) tableFields.number(L, sizes, name, value);
  }
  tableFields.table(L, table, 'resources', sizes);
}

function instanceTable(L: LuaState, instance: InstanceObservation): LuaTable {
  const table = newTable(L, 0, 8);
  const { id, phase, startedAt, readyAt, turnedAt, deletedAt, healthy } = instance;
  tableFields.text(L, table, 'id', id);
  tableFields.word(L, table, 'phase', phase);
  tableFields.number(L, table, 'startedAt', startedAt);
  if (readyAt !== undefined) tableFields.number(L, table, 'readyAt', readyAt);
  if (turnedAt !== undefined) tableFields.number(L, table, 'turnedAt', turnedAt);
  if (deletedAt !== undefined) tableFields.number(L, table, 'deletedAt', deletedAt);
  if (healthy !== undefined) tableFields.flag(L, table, 'healthy', healthy);
  const shown = newTable(L, 0, values.length);
  fillMetrics(L, shown, instance.metrics);
  tableFields.table(L, table, 'metrics', shown);
  return table;
}

/** Absent stays absent. */
function fillMetrics(L: LuaState, table: LuaTable, shown: MetricValues): void {
  for (const { name, isCount } of values) {
    const value = shown[name];
    if (value === undefined) continue;
    if (isCount) tableFields.count(L, table, name, value);
    else tableFields.number(L, table, name, value);
  }
}
