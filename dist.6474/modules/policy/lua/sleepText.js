import { parseDuration } from '../../base/duration.js';
/**
 * Seconds of a shell command that sleeps: `sleep 60`, `sleep .5`, `sleep 1m 30s` (coreutils adds its arguments up).
 *
 * @returns undefined when the command is anything else
 */
export function parseSleep(command) {
    const words = command.trim().split(/\s+/);
    if (words[0] !== 'sleep' || words.length === 1)
        return undefined;
    let seconds = 0;
    for (const word of words.slice(1)) {
        const part = /^(\d+\.?\d*|\.\d+)[smhd]?$/.test(word)
            ? parseDuration(/[smhd]$/.test(word) ? word : `${word}s`)
            : undefined;
        if (part === undefined)
            return undefined;
        seconds += part;
    }
    return seconds;
}
