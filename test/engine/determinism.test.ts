import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { loadScenario } from '../../src/scenario/load.js';

const root = resolve(import.meta.dirname, '../..');
const command = join(root, 'dist/cli/main.js');
const scenario = join(root, 'scenarios/morning-stampede.yaml');

describe('the same command', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dryscale-same-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function bytesOf(name: string, workers: string, env: Record<string, string>, cwd: string): string {
    const out = join(folder, name);
    const options = [
      '--runs',
      '2',
      '--workers',
      workers,
      '--out',
      out,
      '--quiet',
      '--set',
      'duration=15m',
      '--set',
      'slo.gate=false',
    ];
    execFileSync(process.execPath, [command, 'compare', scenario, ...options], {
      env: { ...process.env, ...env },
      cwd,
      stdio: 'pipe',
    });
    return readFileSync(join(out, 'report.json'), 'utf8') + readFileSync(join(out, 'report.html'), 'utf8');
  }

  it('gives the same bytes for any number of workers, time zone, locale and folder', { tags: ['ci'] }, () => {
    const one = bytesOf('one', '1', { TZ: 'UTC' }, root);
    const two = bytesOf('two', '2', { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'de_DE' }, tmpdir());
    expect(two === one).toBe(true);
    expect(one).not.toContain(folder);
  });
});

describe('common random numbers', () => {
  for (const [duration, ...tags] of [['7m'], ['12m', 'ci']] as const)
    it(`every policy meets the same arrivals, demands and startups in ${duration}`, { tags: [...tags] }, async () => {
      const loaded = await loadScenario(join(root, 'scenarios/flash-sale.yaml'), { set: [`duration=${duration}`] });
      const candidates = await resolveCandidates({
        texts: [...loaded.scenario.policies, 'static:12'],
        baseFolder: loaded.folder,
      });
      const fingerprints = candidates.map(
        ({ bindings }) =>
          runOnce({
            scenario: loaded.scenario,
            scenarioFolder: loaded.folder,
            bindings,
            replication: 3,
            detail: false,
            fingerprint: true,
          }).fingerprint,
      );
      expect(new Set(fingerprints).size).toBe(1);
      const other = runOnce({
        scenario: loaded.scenario,
        scenarioFolder: loaded.folder,
        bindings: {},
        replication: 4,
        detail: false,
        fingerprint: true,
      });
      expect(other.fingerprint).not.toBe(fingerprints[0]);
    });
});
