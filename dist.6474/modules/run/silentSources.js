/** Sources that no run had a request of after the warm-up: what they were meant to test was not tested. */
export function silentSources({ traffic }, runs) {
    if (runs.length === 0)
        return [];
    const heard = new Set(runs.flatMap(({ groups }) => groups.filter(({ counts }) => counts.offered > 0).map(({ source }) => source)));
    return Object.keys(traffic)
        .filter((name) => !heard.has(name))
        .map((name) => `source ${name}: not one request after the warm-up, in any run`);
}
