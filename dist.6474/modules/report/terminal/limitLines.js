import { gateMisses, thresholdText } from '../gateText.js';
import { capLines, wrap } from './wrap.js';
const thresholdLimit = 3;
/** The choice first, as the answer is about it; with each other policy the threshold it misses by most. */
export function thresholdLines(standings, { chosen, isAll, width }) {
    if (standings.every(({ policy }) => policy.thresholds.length === 0))
        return [];
    const [first] = standings;
    if (standings.length > 1 && standings.every(({ failedThresholds }) => failedThresholds.length === 0)) {
        const count = first.policy.thresholds.length;
        return [
            `  thresholds   ${count === 1 ? 'the one there is is' : `all ${count} are`} kept by ${isAll ? 'every policy' : 'all that ran'}`,
        ];
    }
    const sorted = [
        ...standings.filter(({ policy }) => policy.name === chosen),
        ...standings.filter(({ policy }) => policy.name !== chosen),
    ];
    const parts = sorted.map(({ policy, failedThresholds }) => {
        const total = policy.thresholds.length;
        const [worst] = failedThresholds;
        const count = `${policy.name} ${total - failedThresholds.length} of ${total}`;
        if (worst === undefined)
            return count;
        return `${count}: ${thresholdText(worst)}`;
    });
    const indent = '               ';
    const lines = parts.flatMap((part) => wrap(part, { width: width, indent }));
    const packed = pack(lines, { indent, width });
    packed[0] = `  thresholds   ${packed[0].trimStart()}`;
    return capLines(packed, thresholdLimit, (count) => `${indent}${count} more lines: see the report`);
}
/** What fails the command, so that an exit code of 99 never comes without a word. */
export function gateLines(scenario, gate, { ink, width }) {
    const misses = gate === undefined ? [] : gateMisses(scenario, gate);
    if (misses.length === 0)
        return [];
    const indent = '               ';
    const lines = wrap(`${misses.join('; ')}: exit code 99.`, { width: width, indent });
    lines[0] = `  gate         ${lines[0].trimStart()}`;
    return capLines(lines, thresholdLimit, (count) => `${indent}${count} more lines: see the report`).map(ink.bad);
}
/** Puts short entries beside each other while they fit. */
function pack(lines, { indent, width }) {
    const packed = [];
    for (const line of lines) {
        const joined = packed.length === 0 ? undefined : `${packed[packed.length - 1]}    ${line.trimStart()}`;
        if (joined !== undefined && joined.length <= width)
            packed[packed.length - 1] = joined;
        else
            packed.push(indent + line.trimStart());
    }
    return packed;
}
