import { afterAll, describe, expect, it } from 'vitest';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';

const instances = { desired: 2, ready: 2, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 9 };
const line = (service: string, time: number) =>
  JSON.stringify({ time, service, instances, metrics: { cpu_utilization: 0.5 } });
const folder = temporaryFolder({
  'p.lua': 'return { decide = function(o) return o.instances.ready + 1 end }\n',
  'seen.jsonl': [line('web', 0), line('api', 0), line('web', 15)].join('\n'),
  'table.csv': 'time,cpu_utilization\n0,0.5\n15,0.6\n',
});
afterAll(folder.remove);

describe('a policy that is bound to a service', () => {
  const decide = (policy: string, file: string) =>
    callCli(['decide', '--policy', policy, '--observations', file], { cwd: folder.path });

  it('decides on the observations of that service', async () => {
    const { code, stdout } = await decide('web=p.lua', 'seen.jsonl');
    const decisions = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect([code, decisions.map(({ service, time }) => `${service} ${time}`)]).toEqual([0, ['web 0', 'web 15']]);
  });

  it('is refused where no observation is of it', async () => {
    const { code, stderr } = await decide('wbe=p.lua', 'seen.jsonl');
    expect(code).toBe(2);
    expect(stderr).toMatch(/wbe.*\n.*\n.*did you mean "web"/);
  });

  it('may be called as it likes for a table, whose service has no name', async () => {
    expect((await decide('shop=p.lua', 'table.csv')).code).toBe(0);
  });
});
