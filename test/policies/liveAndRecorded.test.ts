import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ServicePolicyHost } from '../../src/engine/policyHost.js';
import { runOnce } from '../../src/engine/runOnce.js';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import { observationSchema, type RecordedObservation } from '../../src/policy/observation.js';
import { decideAll } from '../../src/policy/openLoop.js';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import { bundleTypeScriptPolicy } from '../../src/policy/typescript/bundleTypeScriptPolicy.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { caseCounts } from '../support/sampled.js';

const root = join(import.meta.dirname, '../..');

const scenario: ScenarioInput = {
  name: 'recorded',
  duration: '40m',
  seed: 1,
  start: '2026-03-02T05:40:00Z',
  traffic: { t: { executor: 'diurnal', mean: 15, peakToTrough: 4, period: '30m', peakAt: '12m' } },
  requests: { r: { route: 'web', cpu: { exponential: { mean: '160ms' } }, memory: '2MB' } },
  services: {
    web: {
      instance: { vcpus: 2, cpuRequest: 1, memory: '1GiB', concurrency: 16, queue: 64, startup: '20s' },
      scaling: { min: 1, max: 12, initial: 2 },
    },
  },
  telemetry: { scrape: '15s', window: '60s' },
};

const { observe, act } = ServicePolicyHost.prototype;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A decision as the run and as `decide` tell it. */
interface Told {
  readonly desired: number;
  readonly reason: string | undefined;
}

/** A run, everything its policy observed in the form of `decide --observations`, and what it wished. */
function record(input: ScenarioInput, spec: PolicySpec): { seen: RecordedObservation[]; told: Told[] } {
  const seen: RecordedObservation[] = [];
  const told: Told[] = [];
  vi.spyOn(ServicePolicyHost.prototype, 'observe').mockImplementation(function (this: ServicePolicyHost, name) {
    const observation = observe.call(this, name);
    const { metrics, perInstance } = observation;
    seen.push(observationSchema.parse(JSON.parse(JSON.stringify({ ...observation, metrics, perInstance }))));
    return observation;
  });
  vi.spyOn(ServicePolicyHost.prototype, 'act').mockImplementation(function (this: ServicePolicyHost, decision, name) {
    told.push({ desired: Math.ceil(decision.desired), reason: decision.reason });
    return act.call(this, decision, name);
  });
  runOnce({
    scenario: parseScenario(input),
    scenarioFolder: root,
    bindings: { '*': spec },
    replication: 0,
    detail: true,
  });
  vi.restoreAllMocks();
  return { seen, told };
}

function decided(spec: PolicySpec, observations: readonly RecordedObservation[]): Told[] {
  const policy = loadPolicy(spec);
  if (policy === undefined) throw new Error('no policy');
  const decisions = decideAll({ policy, observations, carriesDesired: false, onPolicy: () => {} });
  return decisions.flatMap(({ desired, reason }) => (desired === null ? [] : [{ desired, reason }]));
}

const lua = (code: string): PolicySpec => ({ kind: 'lua', fileName: 'p.lua', path: 'p.lua', code, params: {} });

async function shipped(file: string): Promise<PolicySpec> {
  const path = join(root, 'policies', file);
  const code = readFileSync(path, 'utf8');
  const common = { fileName: file, path, params: {} };
  if (file.endsWith('.lua')) return { kind: 'lua', code, ...common };
  if (file.endsWith('.ts'))
    return { kind: 'typescript', code: await bundleTypeScriptPolicy({ path, code }), ...common };
  return { kind: 'manifest', code, metricNames: {}, ...common };
}

const asked = [
  'target-cpu.lua',
  'step-scaling.lua',
  'queue-per-instance.ts',
  'scheduled.ts',
  'predictive.ts',
  'hpa-tuned.yaml',
];

describe('what a policy decides in a run, it decides on the recording of that run', () => {
  it.each([...asked, 'article-cpu.lua'])('%s', async (file) => {
    const spec = await shipped(file);
    const { seen, told } = record(scenario, spec);
    expect(told.length).toBeGreaterThan(2);
    expect(decided(spec, seen)).toEqual(told);
  });

  // Folds all that a policy can see, by name, into one number: two observations that differ anywhere give two numbers.
  const fold = (historyOf: string) => `local hash = 7
    local function add(text) for i = 1, #text do hash = (hash * 31.0 + text:byte(i)) % 2147483647 end end
    local function walk(value)
      if type(value) == "number" then add(string.format("%.9g", value))
      elseif type(value) ~= "table" then add(type(value) == "function" and "f" or tostring(value))
      else
        local keys = {}
        for key in pairs(value) do keys[#keys + 1] = key end
        table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
        for _, key in ipairs(keys) do add(tostring(key)) walk(value[key]) end
      end
    end
    return { every = "15s", decide = function(o, c)
      walk(o) ${historyOf} walk(math.random()) walk(os.time()) add(os.date("%c")) walk(os.clock())
      return { desired = 1 + math.floor(hash) % 6, reason = tostring(math.floor(hash)) }
    end }`;
  const history =
    'for _, name in ipairs({ "cpu_utilization", "request_rate", "in_flight" }) do walk(o:history(name, "5m")) end';

  it('sees the same of everything, its history, clocks and lots too', () => {
    const { seen, told } = record({ ...scenario, duration: '10m' }, lua(fold(history)));
    expect(told.length).toBe(39);
    expect(decided(lua(fold(history)), seen)).toEqual(told);
  });

  it('sees the same of everything while metrics are lost and their server is out', () => {
    const troubled: ScenarioInput = {
      ...scenario,
      duration: '10m',
      telemetry: { scrape: '15s', window: '60s', delay: '4s', loss: 0.3, staleAfter: '30s' },
      faults: [{ at: '4m', kind: 'metrics-outage', for: '1m' }],
    };
    const { seen, told } = record(troubled, lua(fold('')));
    expect(seen.some(({ metricsFailed }) => metricsFailed === true)).toBe(true);
    expect(decided(lua(fold('')), seen)).toEqual(told);
  });

  for (const { tags, numRuns } of caseCounts(5, 15))
    it('whatever it computes from what it sees', { tags }, () => {
      const leaf = fc.constantFrom(
        '(o.metrics.cpu_utilization or 0.3)',
        '(o.metrics.request_rate or 5)',
        'o.instances.ready',
        'o.instances.desired',
        '#o.perInstance',
        '(o.lastAction and o.lastAction.desired or 2)',
        '(o.time / 100)',
        'tonumber(os.date("%M"))',
        '#o:history("in_flight", "2m")',
        'math.random(1, 9)',
        '(c.state.kept and c.state.kept.metrics.in_flight or 3)',
        '3',
      );
      const { expression } = fc.letrec<{ expression: string }>((tie) => ({
        expression: fc.oneof(
          { maxDepth: 3, depthSize: 'medium' },
          leaf,
          fc
            .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '%'), tie('expression'))
            .map(([left, operator, right]) => `(${left} ${operator} (${right} + 0.5))`),
          fc.tuple(tie('expression'), tie('expression')).map(([left, right]) => `math.max(${left}, ${right})`),
        ),
      }));
      fc.assert(
        fc.property(expression, (decision) => {
          const code = `return { every = "15s", decide = function(o, c)
          local wish = ${decision} c.state.kept = o
          if not (math.abs(wish) < 1e300) then return nil end
          return { desired = math.abs(wish) % 12, reason = string.format("%.9g", wish) } end }`;
          const { seen, told } = record({ ...scenario, duration: '4m' }, lua(code));
          expect(decided(lua(code), seen)).toEqual(told);
        }),
        { seed: 1, numRuns },
      );
    });
});
