/** The memory in a policy's state, made at the first tick. */
export function memoryOf(state) {
    state.keda ??= {
        lastActiveSeconds: undefined,
        lastAnswer: undefined,
        failureCounts: new Map(),
        cachedReadings: new Map(),
        seen: new Set(),
        hasFallenBack: false,
    };
    return state.keda; // safe: only the line above writes it
}
