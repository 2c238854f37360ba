/** What readers of an interrupted comparison must know before any figure; undefined for a whole one. */
export function partialText({ interrupted }) {
    if (interrupted === undefined)
        return undefined;
    const { completed, total } = interrupted;
    return `Partial: interrupted after ${completed} of ${total} runs. Every figure here is of those runs alone.`;
}
