import type { PolicyHost, PolicyRunner } from '../policy.js';
import type { LuaProgram } from './luaProgram.js';

/** Drives a script in virtual time: from second 0 on, from one wait to the next, until it returns. */
export function scriptRunner(program: LuaProgram, host: PolicyHost): PolicyRunner {
  let nextWakeSeconds = 0;
  return {
    get nextWakeSeconds() {
      return nextWakeSeconds;
    },
    wake() {
      const now = host.nowSeconds();
      const outcome = program.resume(0, now);
      nextWakeSeconds = outcome === 'wait' ? now + program.run.waitSeconds : Number.POSITIVE_INFINITY;
    },
    get findings() {
      return program.run.findings;
    },
  };
}
