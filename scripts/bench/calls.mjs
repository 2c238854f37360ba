// Twenty short calls of `simulate` in one process: prints [processor seconds a call, of the first call], import left out.
import { join } from 'node:path';
import { root } from './run.mjs';

const { simulate } = await import(join(root, 'dist/index.js'));
const scenario = {
  name: 'short',
  duration: '5m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 20 } },
  requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
  services: { web: { instance: { concurrency: 4, startup: '10s' }, scaling: { min: 1, max: 5, initial: 2 } } },
};
const seconds = [];
for (let call = 0; call < 20; call++) {
  const before = process.cpuUsage();
  await simulate(scenario, process.argv[2], { runs: 2 });
  const { user, system } = process.cpuUsage(before);
  seconds.push((user + system) / 1e6);
}
console.log(JSON.stringify([seconds.reduce((sum, one) => sum + one, 0) / 20, seconds[0]]));
