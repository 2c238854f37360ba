import { canonicalHash, canonicalJson } from '../base/canonicalJson.js';
/** The runs of a play, each by itself; a fault belongs to the last one. */
export function runsOf(play, place) {
    const runs = play.runs.length === 0 ? [[]] : play.runs;
    return runs.map((entries, index) => ({
        ...place,
        environment: index === 0 ? place.environment : 'second run',
        entries,
        fault: index === runs.length - 1 ? play.fault : undefined,
        unsupported: play.unsupported,
        play,
    }));
}
export function hashOf(entries) {
    return canonicalHash(entries.map(({ decision }) => decision));
}
/** Whether two runs decided the same, and failed at the same observation if they failed. */
export function areSame(one, other) {
    return firstDifferent(one, other) === undefined;
}
/**
 * Where two runs part: the number of the entry, and of the observation.
 *
 * @returns undefined when they do not
 */
export function firstDifferent(one, other) {
    const count = Math.max(one.entries.length, other.entries.length);
    for (let entry = 0; entry < count; entry++) {
        const [a, b] = [one.entries.at(entry), other.entries.at(entry)];
        if (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))
            continue;
        const observation = Math.min(...[a, b].flatMap((side) => (side === undefined ? [] : [side.observation])));
        return { entry, observation };
    }
    if (one.fault?.observation === other.fault?.observation)
        return undefined;
    const observation = Math.min(one.fault?.observation ?? Infinity, other.fault?.observation ?? Infinity);
    return { entry: count, observation };
}
