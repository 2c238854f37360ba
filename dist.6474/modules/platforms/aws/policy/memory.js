/** Scale-outs older than this are in no cooldown. Application Auto Scaling takes cooldowns of any length; nobody waits a day. */
const ADDITION_LIMIT_SECONDS = 86_400;
/** The memory of this run, made at the first tick. */
export function memoryOf(state) {
    state.aws ??= {
        tick: Number.NEGATIVE_INFINITY,
        verdicts: new Map(),
        feeds: new Map(),
        alarmStates: new Map(),
        batches: [],
        asked: undefined,
        additions: [],
        scaledInSeconds: undefined,
        simple: undefined,
    };
    return state.aws; // safe: nobody else writes this key
}
/**
 * What came of the last decision: a call that was throttled or refused changed nothing, and starts no cooldown.
 *
 * @returns nothing; the cooldowns of `memory` are up to date afterwards
 */
export function noteOutcome(memory, fleet) {
    const { asked } = memory;
    memory.asked = undefined;
    memory.additions = memory.additions.filter(({ seconds }) => fleet.seconds < seconds + ADDITION_LIMIT_SECONDS);
    const change = asked === undefined ? 0 : fleet.desired - asked.fromCount;
    if (asked !== undefined && change > 0) {
        memory.additions.push({ seconds: asked.seconds, count: change });
        memory.scaledInSeconds = undefined;
    }
    if (asked !== undefined && change < 0)
        memory.scaledInSeconds = asked.seconds;
    if (asked?.simpleCooldownSeconds !== undefined && change !== 0) {
        const { seconds, simpleCooldownSeconds } = asked;
        memory.simple = { startedSeconds: seconds, completedSeconds: undefined, cooldownSeconds: simpleCooldownSeconds };
    }
    const { simple } = memory;
    const isSettled = fleet.comingCount === 0 && fleet.drainingCount === 0;
    if (simple !== undefined && simple.completedSeconds === undefined && isSettled) {
        memory.simple = { ...simple, completedSeconds: fleet.seconds };
    }
}
