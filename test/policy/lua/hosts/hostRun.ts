import { loadLuaPolicy } from '../../../../src/policy/lua/loadLuaPolicy.js';
import type { PolicyRunner } from '../../../../src/policy/policy.js';
import { FakeHost, runPolicy } from '../../fakeHost.js';

/** Notes for each line that a policy prints the virtual second it came at; `[info] s.lua:1: ` of a log is left out. */
export class TimedHost extends FakeHost {
  readonly timed: string[] = [];

  override log(text: string): void {
    this.timed.push(`${Math.round(this.timeSeconds * 1_000) / 1_000} ${text.replace(/^\[\w+\] s\.lua:\d+: /, '')}`);
    super.log(text);
  }
}

export const loadScript = (code: string) =>
  loadLuaPolicy({ fileName: 's.lua', code, params: {}, instructionLimit: 3_000_000 });

/** Runs a script to `untilSeconds`. */
export function runScript(
  code: string,
  { host = new TimedHost(), untilSeconds = 100 }: { readonly host?: TimedHost; readonly untilSeconds?: number } = {},
): { readonly lines: readonly string[]; readonly host: TimedHost; readonly runner: PolicyRunner } {
  const runner = runPolicy(loadScript(code), host, untilSeconds);
  return { lines: host.timed, host, runner };
}

/** What a script prints, without the times. */
export function printed(code: string): readonly string[] {
  return runScript(`${code}\nngx.sleep(1)`).host.lines;
}
