import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/callCli.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';

/** Two instances of four slots and 100 ms bear 80 requests a second and a little less with the SLO; traffic is 20. */
const fixed = smallScenario.replace('duration: 5m', 'duration: 2m').replace(/^thresholds.*$/m, '');
let folder: ReturnType<typeof temporaryFolder>;
const headroom = (...args: string[]) => callCli(['headroom', ...args, '--runs', '3'], { cwd: folder.path });

beforeAll(() => {
  folder = temporaryFolder({
    'small.yaml': fixed,
    'no-slo.yaml': fixed.replace(/^slo.*$/m, ''),
    'broken.lua': 'return { decide = function() error("no") end }',
  });
});
afterAll(() => folder.remove());

describe('headroom', () => {
  it('finds the traffic that fills the fleet, and says that max is not the limit', { tags: ['ci'] }, async () => {
    const { code, stdout } = await headroom('small.yaml', '--policy', 'static:2', '--json');
    const { policies } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(policies[0].factor).toBeGreaterThan(3);
    expect(policies[0].factor).toBeLessThan(5);
    expect(policies[0].missed_at / policies[0].factor).toBeLessThan(1.021);
    const text = (await headroom('small.yaml', '--policy', 'static:2')).stdout;
    expect(text).toMatch(/static:2 meets the SLO up to [34]\.\d+x this traffic: [6-9]\d(\.\d)? req\/s/);
    expect(text).toContain('web peaks at 2 of 5 instances: max is not the limit.');
  });

  it('says where max is the limit, and gives 99 when the SLO is missed at this traffic', { tags: ['ci'] }, async () => {
    const { code, stdout } = await headroom(
      'small.yaml',
      '--set',
      'services.web.scaling={ min: 1, max: 1, initial: 1 }',
      '--set',
      'traffic.users.rate=60',
    );
    expect(stdout).toMatch(/up to 0\.\d+x this traffic: .* It misses the SLO at this traffic\./);
    expect(stdout).toContain('web reaches its max of 1 instances: raise max first.');
    expect(code).toBe(99);
  });

  it('keeps the other answers when a policy fails', { tags: ['ci'] }, async () => {
    const { code, stdout } = await headroom('small.yaml', '--policy', 'broken.lua', '--policy', 'static:2');
    expect(stdout).toMatch(/broken failed: .*broken\.lua:1/);
    expect(stdout).toContain('static:2 meets the SLO up to');
    expect(code).toBe(107);
  });

  it('needs an SLO, and requests', async () => {
    expect(await headroom('no-slo.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('[needs-slo]') });
    const empty = await headroom('small.yaml', '--set', 'traffic.users.rate=0');
    expect(empty).toMatchObject({ code: 104, stderr: expect.stringContaining('[no-requests]') });
  });
});
