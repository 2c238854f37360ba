/** The rate curve of a list of segments in time order; 0 outside them. Lookups are O(log segments). */
export function curveOf(segments) {
    const find = (seconds) => {
        let low = 0;
        let high = segments.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (segments[middle].fromSeconds <= seconds)
                low = middle;
            else
                high = middle - 1;
        }
        const segment = segments[low];
        const offset = segment === undefined ? -1 : seconds - segment.fromSeconds;
        return offset >= 0 && offset < segment.lengthSeconds ? segment : undefined;
    };
    return {
        at: (seconds) => {
            const segment = find(seconds);
            return segment === undefined ? 0 : segment.rateAt(seconds - segment.fromSeconds);
        },
        integral: (fromSeconds, toSeconds) => {
            let total = 0;
            for (const segment of segments) {
                const begin = Math.max(fromSeconds, segment.fromSeconds) - segment.fromSeconds;
                const end = Math.min(toSeconds - segment.fromSeconds, segment.lengthSeconds);
                if (end > begin)
                    total += segment.areaAt(end) - segment.areaAt(begin);
            }
            return total;
        },
        pieces: () => piecesOf(segments),
    };
}
/** The pieces of segments in time order: no traffic between them and after the last. */
export function* piecesOf(segments) {
    let endSeconds = Number.NEGATIVE_INFINITY;
    for (const { fromSeconds, lengthSeconds, shape = 'smooth' } of segments) {
        if (fromSeconds > endSeconds && Number.isFinite(endSeconds))
            yield { fromSeconds: endSeconds, shape: 'constant' };
        yield { fromSeconds, shape };
        endSeconds = fromSeconds + lengthSeconds;
    }
    if (Number.isFinite(endSeconds))
        yield { fromSeconds: endSeconds, shape: 'constant' };
}
