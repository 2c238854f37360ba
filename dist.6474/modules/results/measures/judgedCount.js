/** Requests that are judged: all but those too young at the end to be late. */
export function judgedCount({ offered, unfinished, unfinishedOld }) {
    return offered - (unfinished - unfinishedOld);
}
