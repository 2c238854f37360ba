/**
 * The `process` of a policy: it can end nothing, and is the same on every machine, for what the machine is would change decisions.
 *
 * Runs inside the realm, by its text.
 */
export function realmProcess(world, clock) {
    const { Object: objects, Math: math, BigInt: bigint } = world;
    const { floor } = math;
    const nanoseconds = () => clock.runMilliseconds() * 1e6;
    const hrtime = (since) => {
        const passed = nanoseconds() - (since === undefined ? 0 : since[0] * 1e9 + since[1]);
        return [floor(passed / 1e9), floor(passed % 1e9)];
    };
    return {
        env: objects.freeze({}),
        argv: objects.freeze([]),
        execArgv: objects.freeze([]),
        platform: 'linux',
        arch: 'x64',
        pid: 1,
        version: 'v20.0.0',
        versions: objects.freeze({ node: '20.0.0' }),
        cwd: () => '/',
        uptime: () => clock.runMilliseconds() / 1000,
        hrtime: objects.assign(hrtime, { bigint: () => bigint(floor(nanoseconds())) }),
    };
}
