/**
 * The host's functions as functions of the realm. At the end of the stack a call of the host's ends in an error of its realm, and
 * that leads out of this one: the policy gets one of its own instead.
 *
 * Runs inside the realm, by its text.
 */
export function shielded(world, host) {
    const { RangeError: TooDeep, Object: objects } = world;
    const calls = host; // safe: the host gives functions alone
    const shields = {};
    for (const name of objects.keys(calls)) {
        const call = calls[name];
        shields[name] = (a, b) => {
            try {
                return call(a, b);
            }
            catch {
                throw new TooDeep('Maximum call stack size exceeded');
            }
        };
    }
    return shields; // safe: the same names
}
