/**
 * The host's functions as functions of the realm. At the end of the stack a call of the host's ends in an error of its realm, and
 * that leads out of this one: the policy gets one of its own instead.
 *
 * Runs inside the realm, by its text.
 */
export function shielded<Host extends object>(world: typeof globalThis, host: Host): Host {
  const { RangeError: TooDeep, Object: objects } = world;
  const calls = host as Record<string, (a: unknown, b: unknown) => unknown>; // safe: the host gives functions alone
  const shields: Record<string, unknown> = {};
  for (const name of objects.keys(calls)) {
    const call = calls[name];
    shields[name] = (a: unknown, b: unknown) => {
      try {
        return call(a, b);
      } catch {
        throw new TooDeep('Maximum call stack size exceeded');
      }
    };
  }
  return shields as Host; // safe: the same names
}
