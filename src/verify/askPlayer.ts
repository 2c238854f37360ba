import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { untilEnd } from '../base/untilEnd.js';
import { confinementVariables } from '../run/confineProcess.js';
import type { PlayerAnswer, PlayerTask, SignOfLife } from './playerTask.js';

/** Wall time that may pass between two signs of life: on a busy machine many times what one decision may take. */
const silenceLimitMs = 30_000;
const heapLimitMegabytes = 512;

/** How a process ended that gave no answer, as a sentence goes on after the policy's name. */
interface LostPlayer {
  readonly type: 'lost';
  readonly what: string;
}

/** Has a Node process of its own, with these variables and no others, carry out a task. */
export function askPlayer(
  task: PlayerTask,
  variables: Readonly<Record<string, string>>,
): Promise<PlayerAnswer | LostPlayer> {
  const child = fork(fileURLToPath(new URL('./player.js', import.meta.url)), [], {
    env: { ...variables, ...confinementVariables() },
    execArgv: [`--max-old-space-size=${heapLimitMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const forget = untilEnd(() => child.kill('SIGKILL'));
  return new Promise<PlayerAnswer | LostPlayer>((done) => {
    const lost = (what: string) => done({ type: 'lost', what });
    const limit = `no answer within ${silenceLimitMs / 1000} s of wall time. Look for a loop that does not end`;
    const timer = setTimeout(() => lost(limit), silenceLimitMs);
    child.on('message', (message) => {
      // safe: the player sends nothing else.
      const answer = message as PlayerAnswer | SignOfLife;
      timer.refresh();
      if (answer.type !== 'alive') done(answer);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      lost(`its process ended ${signal === null ? `with code ${code}` : `by ${signal}`}`);
    });
    child.on('error', (error) => lost(`its process failed: ${error.message}`));
    child.send(task);
  }).finally(() => {
    forget();
    child.kill('SIGKILL');
  });
}
