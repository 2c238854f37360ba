import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readManifests } from '../../src/platforms/readManifestSet.js';
import type { Candidate, ManifestSpec, PolicySpec } from '../../src/policy/policySpec.js';
import { deploymentOf } from '../../src/tune/deploy/deployment.js';
import { applyEdits, unifiedDiff } from '../../src/tune/deploy/textEdits.js';
import { temporaryFolder } from '../support/runCli.js';

const hasPatch = spawnSync('patch', ['--version']).status === 0;

const hpa = (spec: string) => `# ours
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: "web"   # quoted
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  minReplicas: 2 # at night
  maxReplicas: 30
  metrics:
  - type: Resource
    resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
${spec}`;
const deployment = `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: other}
spec: {replicas: 2}
`;
const scaledObject = `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web }
spec:
  scaleTargetRef: { name: web }
  minReplicaCount: 1
  maxReplicaCount: 20
  triggers:
    - type: prometheus
      metadata:
        serverAddress: http://prometheus:9090
        query: sum(rate(http_requests_total[1m]))
        threshold: "100"   # each
`;
const tracking = {
  AutoScalingGroupName: 'web',
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingConfiguration: {
    PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
    TargetValue: 60,
  },
};
const group = { AutoScalingGroupName: 'web', MinSize: 1, MaxSize: 9 };
const template = `Parameters:
  Ceiling: { Type: Number, Default: 12 } # ask us
Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { MinSize: '2', MaxSize: !Ref Ceiling }
  Track:
    Type: AWS::AutoScaling::ScalingPolicy
    Properties:
      AutoScalingGroupName: !Ref Group
      PolicyType: TargetTrackingScaling
      TargetTrackingConfiguration:
        PredefinedMetricSpecification: { PredefinedMetricType: ASGAverageCPUUtilization }
        TargetValue: 60
`;
const lua = `-- params = { target = 1 }
local policy = {
  params = {
    target = 0.6, -- of the cpu
    window = "5m",
    ["max step"] = 3,
  },
}
function policy.decide(observation, context) return context.params.target end
return policy
`;
const script = `import { definePolicy } from 'dryscale';
// params: { target: 1 }
export default definePolicy({
  params: {
    /** target: share of the cpu */
    target: 0.6,
    mode: 'fast',
    isCareful: true,
  },
  decide({ instances }, { params }) { return instances.ready * params.target; },
});
`;

type Changes = readonly (readonly [string, string])[];

/** kind, file, text, parameters, [line before, line after] that are all of the change. */
const cases: readonly (readonly [string, string, string, Record<string, number | string | boolean>, Changes])[] = [
  [
    'a number of an HPA',
    'hpa.yaml',
    hpa(''),
    { minReplicas: 7 },
    [['  minReplicas: 2 # at night', '  minReplicas: 7 # at night']],
  ],
  [
    'a number in flow style',
    'hpa.yaml',
    hpa(''),
    { averageUtilization: 55 },
    [
      [
        '    resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}',
        '    resource: {name: cpu, target: {type: Utilization, averageUtilization: 55}}',
      ],
    ],
  ],
  [
    'lines that end as on Windows',
    'hpa.yaml',
    hpa('').replaceAll('\n', '\r\n'),
    { maxReplicas: 9 },
    [['  maxReplicas: 30\r', '  maxReplicas: 9\r']],
  ],
  [
    'a field that is not there yet',
    'hpa.yaml',
    hpa('') + deployment,
    { 'scaleDown.stabilizationWindowSeconds': 60 },
    [['', '  behavior:\n    scaleDown:\n      stabilizationWindowSeconds: 60']],
  ],
  [
    'fields of a part that is there',
    'hpa.yaml',
    hpa('  behavior:\n    scaleDown:\n      policies:\n      - {type: Pods, value: 4, periodSeconds: 60}\n'),
    { 'scaleDown.stabilizationWindowSeconds': 60, value: 2 },
    [
      ['      - {type: Pods, value: 4, periodSeconds: 60}', '      - {type: Pods, value: 2, periodSeconds: 60}'],
      ['', '      stabilizationWindowSeconds: 60'],
    ],
  ],
  [
    'a key without a value',
    'hpa.yaml',
    hpa('  behavior:\n'),
    { 'scaleUp.tolerance': '0.2' },
    [['  behavior:', '  behavior: { scaleUp: { tolerance: "0.2" } }']],
  ],
  [
    'a number that stands in quotes',
    'scaled.yaml',
    scaledObject,
    { threshold: 250 },
    [['        threshold: "100"   # each', '        threshold: "250"   # each']],
  ],
  ['a field that KEDA fills in', 'scaled.yaml', scaledObject, { cooldownPeriod: 30 }, [['', '  cooldownPeriod: 30']]],
  ['JSON of one line', 'asg.json', JSON.stringify([tracking, group]), { TargetValue: 45 }, []],
  [
    'JSON of many lines',
    'asg.json',
    JSON.stringify([tracking, group], null, 2),
    { TargetValue: 45, MaxSize: 12 },
    [
      ['      "TargetValue": 60', '      "TargetValue": 45'],
      ['    "MaxSize": 9', '    "MaxSize": 12'],
    ],
  ],
  [
    'a field that JSON has not',
    'asg.json',
    JSON.stringify([tracking, group], null, 2),
    { DefaultInstanceWarmup: 90 },
    [['    "MaxSize": 9', '    "MaxSize": 9,\n    "DefaultInstanceWarmup": 90']],
  ],
  [
    'a parameter of a template',
    'stack.yaml',
    template,
    { Ceiling: 20 },
    [['  Ceiling: { Type: Number, Default: 12 } # ask us', '  Ceiling: { Type: Number, Default: 20 } # ask us']],
  ],
  [
    'a function of a template',
    'stack.yaml',
    template,
    { MaxSize: 20 },
    [["    Properties: { MinSize: '2', MaxSize: !Ref Ceiling }", "    Properties: { MinSize: '2', MaxSize: 20 }"]],
  ],
  [
    'a default in Lua',
    'policy.lua',
    lua,
    { target: 0.75, window: '10m' },
    [
      ['    target = 0.6, -- of the cpu', '    target = 0.75, -- of the cpu'],
      ['    window = "5m",', '    window = "10m",'],
    ],
  ],
  [
    'a default whose name has a blank',
    'policy.lua',
    lua,
    { 'max step': 5 },
    [['    ["max step"] = 3,', '    ["max step"] = 5,']],
  ],
  [
    'a default in TypeScript',
    'policy.ts',
    script,
    { target: 0.75, mode: 'slow', isCareful: false },
    [
      ['    target: 0.6,', '    target: 0.75,'],
      ["    mode: 'fast',", "    mode: 'slow',"],
      ['    isCareful: true,', '    isCareful: false,'],
    ],
  ],
];

function candidateOf(file: string, code: string, params: Record<string, number | string | boolean>): Candidate {
  const common = { fileName: file, path: file, code, params };
  const spec: PolicySpec = /\.(lua|ts)$/.test(file)
    ? { kind: file.endsWith('lua') ? 'lua' : 'typescript', ...common }
    : { kind: 'manifest', ...common, metricNames: {} };
  return { name: file, source: file, hash: '', params, bindings: { web: spec } };
}

const editOf = (file: string, code: string, params: Record<string, number | string | boolean>) =>
  deploymentOf(candidateOf(file, code, params), () => code).edit;

describe('the change to deploy', () => {
  it.each(cases)('of %s is these lines and no others', (_, file, text, params, changes) => {
    const edit = editOf(file, text, params);
    expect(edit).toBeDefined();
    const added = edit?.diff.split('\n').filter((line) => /^\+(?!\+\+)/.test(line)) ?? [];
    const removed = edit?.diff.split('\n').filter((line) => /^-(?!--)/.test(line)) ?? [];
    expect(edit?.diff).not.toBe('');
    if (changes.length === 0) return;
    expect(removed).toEqual(changes.flatMap(([before]) => (before === '' ? [] : [`-${before}`])));
    expect(added).toEqual(changes.flatMap(([, after]) => after.split('\n').map((line) => `+${line}`)));
  });

  it.runIf(hasPatch).each(cases)('of %s is taken by patch as it is', (_, file, text, params) => {
    const edit = editOf(file, text, params);
    const folder = temporaryFolder({ [file]: text });
    try {
      writeFileSync(join(folder.path, 'change.diff'), edit?.diff ?? '');
      execFileSync('patch', ['--binary', '-p0', '-i', 'change.diff'], { cwd: folder.path, stdio: 'pipe' });
      expect(readFileSync(join(folder.path, file), 'utf8')).toBe(edit?.text);
    } finally {
      folder.remove();
    }
  });

  it('is empty where the file says so already', () => {
    expect(editOf('hpa.yaml', hpa(''), { minReplicas: 2 })).toMatchObject({ diff: '', text: hpa('') });
    expect(editOf('policy.ts', script, { target: 0.6, mode: 'fast' })).toMatchObject({ diff: '', text: script });
  });

  it.each([
    [
      'a field behind an alias',
      'hpa.yaml',
      hpa('').replace('minReplicas: 2', 'minReplicas: &few 2').replace('maxReplicas: 30', 'maxReplicas: *few'),
      { maxReplicas: 9 },
    ],
    ['a default that is worked out', 'policy.ts', script.replace('0.6', '0.5 + 0.1'), { target: 0.7 }],
    ['a default of a variable', 'policy.lua', lua.replace('0.6', 'share'), { target: 0.7 }],
    ['two tables of params', 'policy.lua', `local params = { target = 1 }\n${lua}`, { target: 0.7 }],
    [
      'a name that stands deeper',
      'policy.ts',
      script.replace('target: 0.6', 'inner: { target: 0.6 }'),
      { target: 0.7 },
    ],
  ])('is not made of %s', (_, file, text, params) => {
    expect(editOf(file, text, params)).toBeUndefined();
  });

  it('leaves another autoscaler of the file as it is, and says so', () => {
    const both = `${hpa('')}---\n${hpa('').replaceAll('name: web', 'name: api').replace('"web"', '"api"')}`;
    const { edit, reason } = deploymentOf(candidateOf('hpa.yaml', both, { minReplicas: 9 }), () => both);
    expect(edit?.text).toBe(both.replace('minReplicas: 2', 'minReplicas: 9'));
    expect(reason).toContain('api');
  });
});

/** Shipped manifests, and those of the trials where they are. */
const manifestFiles = [resolve('policies'), resolve('../shared/trials/manifests')]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(ya?ml|json)$/.test(name))
      .map((name) => join(folder, name)),
  );

describe('a written manifest', () => {
  it('reads as the one that was simulated, whichever number of it is changed', () => {
    let count = 0;
    for (const file of manifestFiles) {
      const text = readFileSync(file, 'utf8');
      for (const [name, value] of numbersOf(file, text)) {
        const params = { [name]: value + 1 };
        const simulated = readOrNothing({ text, file, params });
        if (simulated === undefined) continue;
        const spec: ManifestSpec = {
          kind: 'manifest',
          fileName: file,
          path: file,
          code: text,
          params,
          metricNames: {},
        };
        const [first] = simulated;
        const service = first.manifest.target ?? 'web';
        if (simulated.length > 1) continue;
        const { edit } = deploymentOf(
          { name: '', source: '', hash: '', params, bindings: { [service]: spec } },
          () => text,
        );
        expect(edit, `${file} ${name}`).toBeDefined();
        const written = readOrNothing({ text: edit?.text ?? '', file, params: {} });
        expect(written?.map(({ manifest }) => manifest.explain())).toEqual(
          simulated.map(({ manifest }) => manifest.explain()),
        );
        count++;
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  function readOrNothing(given: { text: string; file: string; params: Record<string, number> }) {
    try {
      return readManifests({ ...given, metricNames: {} });
    } catch {
      // Not every manifest of the trials can be read, and not every number be another one.
      return undefined;
    }
  }

  function numbersOf(file: string, text: string): [string, number][] {
    const found = readOrNothing({ text, file, params: {} }) ?? [];
    const numbers: [string, number][] = [];
    const walk = (value: unknown, path: readonly string[]): void => {
      if (typeof value === 'number') numbers.push([path.join('.'), value]);
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    };
    for (const { source } of found) walk(source.value, []);
    return numbers;
  }
});

describe('a unified diff', () => {
  it.runIf(hasPatch)('is what patch makes the new text of, whatever the edits', () => {
    const folder = temporaryFolder({});
    const lines = fc.array(fc.stringMatching(/^[a-z ]{0,6}$/), { minLength: 1, maxLength: 30 });
    const places = fc.array(
      fc.record({ at: fc.nat(200), length: fc.nat(6), text: fc.stringMatching(/^[a-z\n]{0,5}$/) }),
      { maxLength: 4 },
    );
    try {
      fc.assert(
        fc.property(lines, fc.boolean(), places, (texts, endsWithLine, asked) => {
          const text = texts.join('\n') + (endsWithLine ? '\n' : '');
          let from = 0;
          const edits = [...asked]
            .sort((a, b) => a.at - b.at)
            .flatMap(({ at, length, text: put }) => {
              const start = Math.min(text.length, Math.max(from, at));
              const end = Math.min(text.length, start + length);
              from = end + 1;
              return start > text.length ? [] : [{ start, end, text: put }];
            })
            .filter(({ start }, index, all) => index === 0 || start > all[index - 1].end);
          const diff = unifiedDiff(text, edits, 'file.txt');
          const after = applyEdits(text, edits);
          expect(diff === '').toBe(after === text);
          if (diff === '' || text === '' || after === '') return;
          writeFileSync(join(folder.path, 'file.txt'), text);
          writeFileSync(join(folder.path, 'change.diff'), diff);
          execFileSync('patch', ['--binary', '-p0', '-i', 'change.diff'], { cwd: folder.path, stdio: 'pipe' });
          expect(readFileSync(join(folder.path, 'file.txt'), 'utf8')).toBe(after);
        }),
        { numRuns: 60 },
      );
    } finally {
      folder.remove();
    }
  });
});
