import type { PolicyHost } from '../policy.js';
import type { LuaProgram } from './luaProgram.js';

/** A script in virtual time: its main chunk, then whatever threads it has started, from one wait to the next. */
export interface ScriptRunner {
  /** Infinity when no thread is left. */
  readonly nextWakeSeconds: number;
  /** Whether the main chunk ended in this wake; its values are on its stack. @throws PolicyFault */
  wake(): boolean;
}

/** Drives a script from the instant it is started on. */
export function scriptRunner({ thread, run: { threads } }: LuaProgram, host: PolicyHost): ScriptRunner {
  const main = threads.adopt(thread, { phase: 'main' }, host.nowSeconds());
  return {
    get nextWakeSeconds() {
      return threads.nextWakeSeconds;
    },
    wake() {
      const wasDone = main.isDone;
      threads.runNext();
      return main.isDone && !wasDone;
    },
  };
}
