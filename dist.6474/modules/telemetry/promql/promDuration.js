const secondsPerUnit = {
    ms: 0.001,
    s: 1,
    m: 60,
    h: 3600,
    d: 86_400,
    w: 604_800,
    y: 31_536_000,
};
/** Seconds of a duration as PromQL writes it, `1h30m`; undefined for anything else. */
export function readPromDuration(text) {
    if (!/^(\d+(ms|[smhdwy]))+$/.test(text))
        return undefined;
    const parts = [...text.matchAll(/(\d+)(ms|[smhdwy])/g)];
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * secondsPerUnit[unit], 0);
}
