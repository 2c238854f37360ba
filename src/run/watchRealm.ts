import { watchBuiltins } from './watchBuiltins.js';

const timers = ['setTimeout', 'setInterval', 'setImmediate'] as const;
type AnyFunction = (...values: unknown[]) => unknown;

/**
 * Watches what a run leaves behind in its thread, which the next run, of another policy perhaps, would meet.
 *
 * @returns takes away the global variables and the timers that came since the last call, and puts changed built-in objects
 *   back; false where one cannot be put back
 */
export function watchRealm(): () => boolean {
  const globals = globalThis as unknown as Record<string, unknown>; // safe: only own keys are read and removed
  const left = new Set<NodeJS.Timeout | NodeJS.Immediate>();
  for (const name of timers) {
    const original = globals[name] as AnyFunction; // safe: Node has these three
    const noted: AnyFunction = (...values) => {
      const handle = original(...values) as NodeJS.Timeout; // safe: what it returns
      left.add(handle);
      return handle;
    };
    // With the form that util.promisify looks for.
    globals[name] = Object.defineProperties(noted, Object.getOwnPropertyDescriptors(original));
  }
  const restoreBuiltins = watchBuiltins();
  return () => {
    if (!restoreBuiltins()) return false;
    for (const handle of left) {
      // Each kind ignores the other's.
      clearTimeout(handle as NodeJS.Timeout); // safe: see above
      clearImmediate(handle as NodeJS.Immediate); // safe: see above
    }
    left.clear();
    return true;
  };
}
