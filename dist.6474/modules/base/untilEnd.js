const leftovers = new Set();
/**
 * Has something taken away when the program ends before its owner has done so: a temporary file, a folder, another process.
 *
 * @returns to be called when that is no longer needed
 */
export function untilEnd(takeAway) {
    if (leftovers.size === 0)
        process.on('exit', takeAllAway);
    leftovers.add(takeAway);
    return () => {
        leftovers.delete(takeAway);
        if (leftovers.size === 0)
            process.off('exit', takeAllAway);
    };
}
/** Takes away what is left; for an end by a signal, which tells nobody of `exit`. */
export function takeAllAway() {
    for (const takeAway of [...leftovers]) {
        try {
            takeAway();
        }
        catch {
            // The next one still has its turn.
        }
    }
}
