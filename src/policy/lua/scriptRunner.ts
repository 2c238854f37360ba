import type { PolicyHost } from '../policy.js';
import type { LuaProgram } from './luaProgram.js';

/** A script in virtual time: it runs from one wait to the next, until it returns. */
export interface ScriptRunner {
  /** Infinity when it has returned. */
  readonly nextWakeSeconds: number;
  /** @throws PolicyFault */
  wake(): 'done' | 'wait';
}

/** Drives a script from the instant it is started on. */
export function scriptRunner(program: LuaProgram, host: PolicyHost): ScriptRunner {
  let nextWakeSeconds = host.nowSeconds();
  return {
    get nextWakeSeconds() {
      return nextWakeSeconds;
    },
    wake() {
      const now = host.nowSeconds();
      const outcome = program.resume(0, now);
      nextWakeSeconds = outcome === 'wait' ? now + program.run.waitSeconds : Number.POSITIVE_INFINITY;
      return outcome;
    },
  };
}
