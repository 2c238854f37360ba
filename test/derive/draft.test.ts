import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseDuration } from '../../src/base/duration.js';
import { draftScenario } from '../../src/derive/draftScenario.js';
import { draftTraffic } from '../../src/derive/draftTraffic.js';
import { findingsOf } from '../../src/derive/findings.js';
import { foundLines, lowerBoundLines } from '../../src/derive/foundLines.js';
import { questionsFor } from '../../src/derive/questions.js';
import { scenarioFile } from '../../src/derive/scenarioFile.js';
import { targetOf } from '../../src/derive/target.js';
import type { Evidence } from '../../src/imports/evidence/evidence.js';
import { joinSeries } from '../../src/imports/evidence/series/joinSeries.js';
import { warningLine } from '../../src/imports/evidence/warning.js';
import { parseScenario } from '../../src/scenario/load.js';
import { caseCounts } from '../support/sampled.js';
import { madeDay } from './madeDay.js';
import {
  deploymentText,
  hpaText,
  type MadeService,
  madeEvidence,
  manifestEvidence,
  seriesEvidence,
} from './madeEvidence.js';

const service: MadeService = {
  ...{ name: 'web', cpuSeconds: 0.038, idleCores: 0.065, request: 0.5, limit: 1, target: 0.7, min: 3, max: 60 },
  ...{ trough: 10, peak: 120, hours: 24, seed: 7, ioSeconds: 0.02, sigma: 0.6 },
  ...{ startupMedian: 30, startupSigma: 0.3, startCount: 60 },
};

function draftOf(evidence: readonly Evidence[]) {
  const { recording, warnings } = joinSeries([{ evidence, warnings: [] }], { asked: [], workloads: [] });
  const target = targetOf(evidence, undefined);
  const findings = findingsOf(evidence, recording, target);
  const load = draftTraffic({ evidence, recording, bins: findings.bins, rate: undefined });
  if (load === undefined) throw new Error('no traffic');
  const open = questionsFor({ target, findings, hasTraffic: true }).filter(({ isOpen }) => isOpen);
  const answers = new Map(open.map(({ key, fallback }) => [key, fallback]));
  const draft = draftScenario({ name: target.service, evidence, target, findings, load, answers, policies: [] });
  const text = scenarioFile(draft, ['made']);
  const lines = foundLines(evidence, { target, findings, load });
  return { draft, findings, target, load, open, text, lines, recording, warnings: [...warnings, ...target.warnings] };
}

const asNumber = (value: string | number | undefined) =>
  typeof value === 'number' ? value : (parseDuration(value ?? '') ?? Number.NaN);

describe('a scenario drafted of made evidence', () => {
  for (const { tags, numRuns } of caseCounts(6, 25))
    it('is valid, and every range of its assumptions holds value and truth', { tags }, () => {
      let [heldCount, all] = [0, 0];
      const truths = fc.record({
        cpuSeconds: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
        ioSeconds: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
        idleCores: fc.constantFrom(0, 0.02, 0.1),
        sigma: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
        startupMedian: fc.integer({ min: 5, max: 90 }),
        startCount: fc.constantFrom(1, 12, 500),
        seed: fc.nat(1000),
      });
      fc.assert(
        fc.property(truths, (truth) => {
          const trough = (0.4 * 3 * (0.35 - truth.idleCores)) / truth.cpuSeconds;
          const made = { ...service, ...truth, trough, peak: 6 * trough, hours: 12 };
          const { draft, text, findings } = draftOf(madeEvidence(made));
          const scenario = parseScenario(parse(text));
          expect(scenario.services.web.instance).toMatchObject({ vcpus: 1, cpuRequest: 0.5, drain: 45 });
          const startupMean = truth.startupMedian * Math.exp(made.startupSigma ** 2 / 2);
          const known = {
            'requests.request.cpu': truth.cpuSeconds,
            'requests.request.io': truth.ioSeconds,
            'services.web.instance.baseCpu': truth.idleCores,
            'services.web.instance.startup': startupMean,
          };
          for (const { path, low, high } of draft.assumptions) {
            if (low === undefined) continue;
            expect(asNumber(low)).toBeLessThanOrEqual(asNumber(high));
            const exact = Object.entries(known).find(([key]) => key === path)?.[1];
            if (exact === undefined || path.endsWith('baseCpu')) continue;
            all++;
            // io is what the calm bins leave: waiting there is 1 % of it.
            const slack = path.endsWith('.io') ? 0.03 * (truth.cpuSeconds + truth.ioSeconds) : 0.002 * exact;
            if (asNumber(low) - slack <= exact && exact <= asNumber(high) + slack) heldCount++;
          }
          return findings.cpu !== undefined;
        }),
        { numRuns },
      );
      expect(heldCount / all).toBeGreaterThanOrEqual(0.93);
    });

  const made = draftOf(madeEvidence(service));

  it('says above each number where it is from', () => {
    expect(made.text).toContain('    # measured (36.93ms .. 38.89ms): slope of CPU on requests over 306 of 1440 bins');
    expect(made.text).toContain('    cpu: { lognormal: { mean: 37.94ms, cv: 0.89 } }');
    expect(made.text).toContain('      # measured: limits.cpu\n      vcpus: 1\n');
    const noted = made.draft.assumptions.map(({ path }) => path);
    expect(noted).toContain('services.web.instance.startup');
    expect(new Set(noted).size).toBe(noted.length);
    expect(made.open.map(({ key }) => key)).toEqual(['concurrency', 'slo', 'price']);
    expect(made.lines).toContainEqual(expect.stringContaining('found metric lag 15 s (7.5 s to 22.5 s, derived)'));
  });

  it('replays the trace as it was recorded, from its own first count of instances', () => {
    const { load } = draftOf(madeEvidence({ ...service, hours: 12, peak: service.peak / 2 }));
    expect(load.trace?.text.split('\n').slice(0, 2)).toEqual([
      'time,rate',
      expect.stringMatching(/^2026-03-02T00:00:00Z,\d/),
    ]);
    expect(load.trace?.text.trim().split('\n')).toHaveLength(721);
    expect(load.initialCount).toBe(3);
  });

  it('plays the hours around the peak where the whole would be too much, and says so', () => {
    const { load } = draftOf(madeEvidence({ ...service, cpuSeconds: 0.0038, trough: 100, peak: 1200 }));
    expect(load.durationSeconds).toBeLessThan(86_400);
    expect(load.notes).toEqual([expect.stringContaining('million requests')]);
    expect(load.traffic.recorded).toHaveProperty('from');
  });
});

describe('the probes of a Deployment', () => {
  const probed = (probes: string, starts = true) => {
    const others = madeEvidence(service).filter(
      ({ kind, file }) => file !== 'deploy.yaml' && (starts || kind !== 'pods'),
    );
    const text = deploymentText('web', service).replace(
      /^( *)image: .*$/m,
      (line, indent) => `${line}\n${indent}${probes}`,
    );
    return draftOf([manifestEvidence('deploy.yaml', text), ...others]);
  };
  const instanceOf = ({ text }: { readonly text: string }) => parse(text).services.web.instance;

  it.each<[text: string, probes: object]>([
    ['readinessProbe: { httpGet: { path: /ready, port: 80 } }', { readiness: {} }],
    [
      'readinessProbe: { initialDelaySeconds: 5, periodSeconds: 3, timeoutSeconds: 2, failureThreshold: 4, successThreshold: 2 }',
      { readiness: { initialDelay: '5s', period: '3s', timeout: '2s', failure: 4, success: 2 } },
    ],
    ['livenessProbe: { exec: { command: [ok] }, timeoutSeconds: 5 }', { liveness: { timeout: '5s' } }],
    ['startupProbe: { periodSeconds: 5, failureThreshold: 30 }', { startup: { period: '5s', failure: 30 } }],
  ])('stand in the scenario as %s has them', (written, probes) => {
    const { text, lines } = probed(written);
    expect(instanceOf({ text }).probes).toEqual(probes);
    const [name] = Object.keys(probes);
    expect(text).toContain(`# measured: ${name}Probe\n`);
    expect(lines.join('\n')).toContain(`probes: ${name}`);
    expect(parseScenario(parse(text)).services.web.instance.probes).toMatchObject({ [name]: {} });
  });

  it('are left out where it has none', () => {
    expect(instanceOf(probed('imagePullPolicy: Always'))).not.toHaveProperty('probes');
  });

  it('come on top of the startup: what was measured up to Ready is told without them', () => {
    const bare = instanceOf(probed('imagePullPolicy: Always')).startup.empirical.values.map(asNumber);
    const valuesWith = (probes: string) => instanceOf(probed(probes)).startup.empirical.values.map(asNumber);
    const lessBy = (seconds: number) => bare.map((one: number) => Math.max(0, one - seconds));
    expect(valuesWith('livenessProbe: {}')).toEqual(bare);
    // Half a period on average, and a period for the second success.
    expect(valuesWith('readinessProbe: {}')).toEqual(lessBy(5));
    expect(valuesWith('readinessProbe: { periodSeconds: 4, successThreshold: 2 }')).toEqual(lessBy(6));
    expect(valuesWith('startupProbe: { periodSeconds: 2, failureThreshold: 60 }')).toEqual(lessBy(1));
  });

  it('are no part of a startup that nobody measured', () => {
    const { open } = probed('readinessProbe: { initialDelaySeconds: 40 }', false);
    const startup = open.find(({ key }) => key === 'startup');
    expect(startup?.text).toBe('How long from launch until a process answers its probes?');
    expect(startup?.fallback).toMatchObject({ value: 30, from: expect.stringContaining('come on top') });
  });

  it('are told where they are not as they are written', () => {
    const { warnings } = probed('readinessProbe: { periodSeconds: 2, timeoutSeconds: 5 }');
    expect(warnings.map(warningLine)).toContainEqual(
      expect.stringMatching(/^warn deploy.yaml:\d+:\d+ the timeout of the readinessProbe .*; assumed a period of 5 s$/),
    );
  });
});

describe('what the files do not say', () => {
  const points = madeDay(service);
  const rate = { 'request-rate': ({ requestsPerSecond }: { requestsPerSecond: number }) => requestsPerSecond };
  const pods = { replicas: ({ pods: count }: { pods: number }) => count };

  it('becomes questions, what moves the result most first', () => {
    const { open } = draftOf([seriesEvidence(points, rate)]);
    expect(open.map(({ key }) => key)).toEqual([
      'cpu',
      'startup',
      'vcpus',
      'concurrency',
      'slo',
      'min',
      'max',
      'io',
      'price',
    ]);
  });

  it('is told of a Deployment that is not that of the HPA, and nothing is taken from it', () => {
    const evidence = [
      manifestEvidence('hpa.yaml', hpaText('web', service)),
      manifestEvidence('deploy.yaml', deploymentText('api', service)),
      seriesEvidence(points, rate),
    ];
    const { target, warnings, open } = draftOf(evidence);
    expect(target).toMatchObject({ service: 'web', workload: undefined });
    expect(warnings.map(({ code }) => code)).toEqual(['another-workload', 'no-workload']);
    expect(open.map(({ key }) => key)).toContain('cpuRequest');
  });

  it('is which of two services is meant', () => {
    const both = ['web', 'api'].flatMap((name) => [
      manifestEvidence(`${name}.yaml`, `${hpaText(name, service)}---${deploymentText(name, service)}`),
    ]);
    expect(targetOf(both, undefined).problems).toMatchObject([{ code: 'which-service' }]);
    expect(targetOf(both, 'api')).toMatchObject({ service: 'api', problems: [] });
    expect(targetOf(both, 'apj').problems).toMatchObject([
      { code: 'unknown-service', fix: expect.stringContaining('api') },
    ]);
  });

  it('is CPU, which pods that an HPA held at its target bound', () => {
    const evidence = [
      manifestEvidence('hpa.yaml', `${hpaText('web', service)}---${deploymentText('web', service)}`),
      seriesEvidence(points, { ...rate, ...pods }),
    ];
    const { findings } = draftOf(evidence);
    expect(findings.cpu).toMatchObject({ basis: 'derived', from: expect.stringContaining('no CPU was recorded') });
    // Idle burn counts as work.
    const work =
      0.038 +
      (0.065 * points.reduce((sum, one) => sum + one.pods, 0)) /
        points.reduce((sum, one) => sum + one.requestsPerSecond, 0);
    expect(findings.cpu?.low).toBeLessThan(work);
    expect(findings.cpu?.high).toBeGreaterThan(work);
  });

  it('is demand while the service failed: those hours are a lower bound, with their times', () => {
    const evidence = [
      seriesEvidence(points, {
        ...rate,
        'error-share': (_point, index) => (index >= 600 && index < 630 ? 0.08 : 0),
      }),
    ];
    const { findings } = draftOf(evidence);
    expect(lowerBoundLines(findings, 'bundle.json', 0)).toEqual([
      'warn bundle.json recorded traffic is a LOWER BOUND from 1970-01-01T10:00:00Z to 1970-01-01T10:30:00Z: 5xx up to 8 %; assumed as recorded, users wanted at least that',
    ]);
  });
});

describe('recordings of several files', () => {
  const points = madeDay({ ...service, hours: 2 });
  const one = seriesEvidence(points, { 'request-rate': ({ requestsPerSecond }) => requestsPerSecond });
  const at = (startUnixSeconds: number | null, file: string) => ({
    ...seriesEvidence(points, { cpu: ({ cores }) => cores }),
    file,
    recording: { ...seriesEvidence(points, { cpu: ({ cores }) => cores }).recording, startUnixSeconds },
  });
  const start = one.recording.startUnixSeconds ?? 0;

  it('come onto one clock', () => {
    const { recording, warnings } = joinSeries([{ evidence: [one, at(start + 600, 'cpu.json')], warnings: [] }], {
      asked: [],
      workloads: [],
    });
    expect(warnings).toEqual([]);
    expect(recording.series.map(({ role, points: moved }) => [role, moved[0][0]])).toEqual([
      ['request-rate', 0],
      ['cpu', 600],
    ]);
  });

  it.each([
    [start + 86_400, 'other-time'],
    [null, 'other-time'],
  ])('are left out with a warning where they cannot: begin %s', (startUnixSeconds, code) => {
    const { recording, warnings } = joinSeries([{ evidence: [one, at(startUnixSeconds, 'cpu.json')], warnings: [] }], {
      asked: [],
      workloads: [],
    });
    expect(recording.series).toHaveLength(1);
    expect(warnings).toMatchObject([{ code }]);
  });
});
