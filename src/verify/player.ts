import { Worker } from 'node:worker_threads';
import { ProblemError } from '../base/problem.js';
import { loadPolicy } from '../platforms/loadPolicy.js';
import { type LoadedPolicy, PolicyFault, type PolicyHost } from '../policy/policy.js';
import { confineAsParent } from '../run/confineProcess.js';
import type { PlayerAnswer, PlayerTask, PlayTask, SignOfLife } from './playerTask.js';
import { playSequence, type Started } from './playSequence.js';

confineAsParent();

/** The program of a process that does one task: it comes as a message, and so does its answer go. */
process.once('message', (task: PlayerTask) => {
  watchParent();
  void answer(task).then((message) => process.send?.(message));
});

/**
 * Ends this process when the one that asked is gone, killed perhaps, while a policy here goes round in circles: only another
 * thread comes to notice.
 */
function watchParent(): void {
  const code = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL'); }, 500);`;
  new Worker(code, { eval: true }).unref();
}

async function answer(task: PlayerTask): Promise<PlayerAnswer> {
  try {
    if (task.type === 'record') {
      // The engine takes longer to load than most plays, which need none of it.
      const { recordObservations } = await import('./recordObservations.js');
      return { type: 'recorded', observations: recordObservations(task, signOfLife) };
    }
    return { type: 'played', log: await play(task) };
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { type: 'problems', problems: thrown.problems };
    if (thrown instanceof PolicyFault) return { type: 'failed', message: thrown.message };
    return { type: 'bug', stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
  }
}

function play({ spec, sequence, runCount }: PlayTask) {
  let policy: LoadedPolicy | undefined;
  const start = (host: PolicyHost): Started => {
    policy ??= loadPolicy(spec, { isOfMachine: true });
    if (policy === undefined) throw new PolicyFault(`${spec.kind} decides nothing`, { kind: 'load' });
    const runner = policy.start(host);
    return {
      get isScript() {
        return runner.isScript === true;
      },
      get nextWakeSeconds() {
        return runner.nextWakeSeconds;
      },
      wake() {
        runner.wake();
        signOfLife();
      },
      get findings() {
        return runner.findings ?? [];
      },
    };
  };
  return playSequence({ ...sequence, runCount, start });
}

let lastSignMs = performance.now();

/** Once a second at most. */
function signOfLife(): void {
  if (performance.now() - lastSignMs < 1_000) return;
  lastSignMs = performance.now();
  process.send?.({ type: 'alive' } satisfies SignOfLife);
}
