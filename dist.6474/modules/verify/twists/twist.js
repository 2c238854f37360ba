/** What a policy can read besides its observation, each a thing that differs between two places it may run in. */
export const hiddenInputs = ['clock', 'environment', 'random', 'order'];
export const natural = { clock: 'natural', environment: 'natural', random: 'natural', order: 'natural' };
export const pinned = { clock: 'pinned', environment: 'pinned', random: 'pinned', order: 'pinned' };
export const somewhereElse = { clock: 'moved', environment: 'moved', random: 'moved', order: 'moved' };
export function isNatural(twist) {
    return hiddenInputs.every((input) => twist[input] === 'natural');
}
/** A prime, so that no period of seconds, minutes or days hides the move; 115 days. */
export const clockMoveSeconds = 10_000_019;
/** What a variable that is not set reads as elsewhere. */
export const movedVariable = '1';
/** Begins a line that a twisted policy logs about itself: kind of input, how it was read, where. */
export const useMark = '\u0001use';
/** The readings among the lines that a play logged, each once. */
export function usesOf(lines) {
    const found = new Map();
    for (const line of lines) {
        const [mark, kind, name, place] = line.split('\t');
        const input = hiddenInputs.find((one) => one === kind);
        if (mark !== useMark || input === undefined)
            continue;
        found.set(line, { input, name, place });
    }
    return [...found.values()];
}
