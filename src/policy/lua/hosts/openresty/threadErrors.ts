import type { LuaRun } from '../../luaRun.js';

/**
 * An error that ends a timer or a light thread and nothing else: OpenResty writes it to error.log and goes on, so people
 * find out late. Once for each line it comes from.
 */
export function noteThreadError(run: LuaRun, kind: 'timer' | 'light thread', error: string): void {
  run.log(`[error] lua ${kind === 'timer' ? 'entry' : 'user'} thread aborted: runtime error: ${error}`);
  const place = /^[^\n]*?:\d+:/.exec(error)?.[0] ?? '';
  const isKnown = run.findings.some((finding) => place !== '' && finding.startsWith(place));
  if (!isKnown)
    run.note(`${error} (first at ${run.nowSeconds} s). This ends the ${kind}; OpenResty logs it and goes on.`);
}
