import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readObservationFiles } from '../../../src/cli/observationFiles.js';
import { runOnce } from '../../../src/engine/runOnce.js';
import type { Imported } from '../../../src/imports/importer.js';
import { logImporter } from '../../../src/imports/log/logImporter.js';
import { prometheusImporter } from '../../../src/imports/prometheus/prometheusImporter.js';
import { loadLuaPolicy } from '../../../src/policy/lua/loadLuaPolicy.js';
import { decideAll } from '../../../src/policy/openLoop.js';
import { expectedArrivals } from '../../../src/scenario/expectedArrivals.js';
import { inspectScenario } from '../../../src/scenario/inspect.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { dataTexts, logTexts, observationTexts, traceTexts } from '../corpus.js';
import { expectPlain, mistakesIn } from '../expectPlain.js';
import { badNumbers, expectSoundRun } from '../expectSoundRun.js';
import { FuzzFolder } from '../fuzzFolder.js';
import { fuzzKind } from '../fuzzKind.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';

interface DataFile {
  readonly mutated: Mutated;
  /** Packed: before the changes, so that these damage the packing, or after. */
  readonly packed: 'no' | 'whole' | 'damaged';
  /** Which of the settings that go with it. */
  readonly choice: number;
}

const folder = new FuzzFolder();

function dataFiles(corpus: Readonly<Record<string, string>>): fc.Arbitrary<DataFile> {
  const gz = Object.fromEntries(
    Object.entries(corpus).map(([name, text]) => [name, gzipSync(text).toString('latin1')]),
  );
  const plain = mutatedBytes(corpus);
  return fc.oneof(
    fc.record({ mutated: plain, packed: fc.constant('no' as const), choice: fc.nat(99) }),
    fc.record({ mutated: plain, packed: fc.constant('no' as const), choice: fc.nat(99) }),
    fc.record({ mutated: plain, packed: fc.constant('whole' as const), choice: fc.nat(99) }),
    fc.record({ mutated: mutatedBytes(gz, 2), packed: fc.constant('damaged' as const), choice: fc.nat(99) }),
  );
}

function written({ mutated, packed }: DataFile, name: string): string {
  if (packed === 'no') return folder.write(name, bytesOf(mutated));
  if (packed === 'whole') return folder.write(`${name}.gz`, gzipSync(bytesOf(mutated)));
  // The texts were read as characters when they went into the list: back to their bytes.
  return folder.write(`${name}.gz`, Buffer.from(bytesOf(mutated).toString(), 'latin1'));
}

const show = ({ mutated, packed, choice }: DataFile) => `# packed: ${packed}, choice ${choice}\n${shownBytes(mutated)}`;

const times = [undefined, 'time', 'timestamp', 't'];
const replays: readonly object[] = [
  { count: 'count' },
  { rate: 'rate', gaps: 'interpolate' },
  {},
  { count: 'count', gaps: 'zero', from: 5 },
  { rate: 'rate', gaps: 'error' },
  { count: 'count', scale: 0.5, speed: 3, to: '40s' },
  { count: 'count', timeFormat: 'ms' },
  { rate: 'rate', from: '08:00', to: '2026-01-05T09:00:00Z' },
];

export const traces = fuzzKind<DataFile>({
  name: 'traces',
  weight: 8,
  arbitrary: dataFiles(traceTexts),
  show,
  check(file) {
    const name = file.mutated.name.replace(/^.*\./, 't.');
    const path = written(file, name);
    const time = times[file.choice % times.length];
    const replay = time === undefined ? { interval: '10s' } : { time, ...replays[file.choice % replays.length] };
    try {
      const scenario = parseScenario(replayOf(path.replace(/^.*\//, ''), replay));
      expect(badNumbers(inspectScenario({ scenario, folder: folder.path }).estimates)).toEqual([]);
      const { load } = expectedArrivals(scenario, folder.path);
      if (!(load <= 2000)) return;
      expectSoundRun(
        runOnce({ scenario, scenarioFolder: folder.path, bindings: {}, replication: 0, detail: true }),
        scenario,
      );
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), file.mutated.bytes);
    }
  },
  end: () => folder.remove(),
});

function replayOf(file: string, settings: object): ScenarioInput {
  const input = {
    name: 'replay',
    duration: '2m',
    traffic: { load: { executor: 'trace', file, ...settings } },
    requests: { page: { route: 'web', io: '50ms' } },
    services: { web: { scaling: { min: 1, max: 9 } } },
  };
  return input as unknown as ScenarioInput; // safe: the parser says whether it is one
}

/** A trace that an importer wrote can be replayed, and holds no number that is none. */
function expectTrace({ text, notes }: Imported): void {
  expect(text).not.toMatch(/NaN|Infinity|undefined|Invalid/);
  expect(notes.join(' ')).not.toMatch(/Infinity|undefined|Invalid|\[object/);
  const [head, ...rows] = text.trimEnd().split('\n');
  expect(head).toMatch(/^time,/);
  for (const row of rows) expect(row).toMatch(/^\d{4}-[^,]+(,\d[\d.e+-]*)+$/);
}

export const logs = fuzzKind<DataFile>({
  name: 'access logs',
  weight: 7,
  arbitrary: dataFiles(logTexts),
  show,
  async check(file) {
    const path = written(file, 'access.log');
    const format = [undefined, undefined, undefined, 'combined', 'json', 'envoy', 'alb'][file.choice % 7];
    const interval = file.choice % 2 === 0 ? '1s' : undefined;
    const more = file.choice % 5 === 0 ? { keep: ['probes', 'static'], classes: 3 } : {};
    try {
      const request = { file: path, out: undefined, env: {}, format, interval, series: undefined, ...more };
      expectTrace(await logImporter.read(request));
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), file.mutated.bytes);
    }
  },
});

export const prometheusAnswers = fuzzKind<DataFile>({
  name: 'answers of Prometheus',
  weight: 4,
  arbitrary: dataFiles(dataTexts),
  show,
  async check(file) {
    const path = written(file, 'answer.json');
    const series = [undefined, undefined, '1', '2', 'job', 'cpu'][file.choice % 6];
    try {
      const request = { file: path, out: undefined, env: {}, format: undefined, interval: undefined, series };
      expectTrace(await prometheusImporter.read(request));
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), file.mutated.bytes);
    }
  },
});

const observer = `return { decide = function(o)
  local cpu = o.metrics.cpu_utilization
  return cpu and math.max(0, math.min(50, math.ceil(o.instances.ready * cpu / 0.6)))
end }`;

export const observations = fuzzKind<DataFile>({
  name: 'recorded observations',
  weight: 4,
  arbitrary: dataFiles(observationTexts).filter(({ packed }) => packed === 'no'),
  show,
  check(file) {
    const path = written(file, 'recorded');
    const names = [{}, { cpu: 'cpu_utilization' }, { cpu: 'cpu_utilization', replicas: 'ready' }][file.choice % 3];
    try {
      const recording = readObservationFiles([path], { metricNames: names, environment: undefined });
      expect(badNumbers(recording.observations.map(({ metrics, instances }) => ({ metrics, instances })))).toEqual([]);
      const policy = loadLuaPolicy({ fileName: 'p.lua', code: observer, params: {} });
      const { observations: seen, carriesDesired } = recording;
      const decisions = decideAll({ policy, observations: seen.slice(0, 50), carriesDesired, onPolicy: () => {} });
      expect(badNumbers(decisions.map(({ desired, applied }) => ({ desired, applied })))).toEqual([]);
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), file.mutated.bytes);
    }
  },
});
