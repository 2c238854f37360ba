import { runsPerMonth } from '../results/runsPerMonth.js';
/** Dollars a month where the month is known (the run covers a day, or the scenario says how often it happens), else dollars a run. */
export function moneyUnitOf({ duration_s, warmup_s, occurs }) {
    const spanSeconds = duration_s - warmup_s;
    const factor = runsPerMonth({ durationSeconds: duration_s, spanSeconds, occurs });
    if (factor !== undefined)
        return {
            label: '$/month',
            suffix: '/month',
            factor,
            perHourFactor: undefined,
            monthText: monthTextOf(factor, occurs),
        };
    return { label: '$/run', suffix: '/run', factor: 1, perHourFactor: 3600 / spanSeconds, monthText: undefined };
}
/** A sum for a month misleads whoever does not know what the month was made of. */
function monthTextOf(runCount, occurs) {
    if (occurs === undefined)
        return 'a month is 730 hours at the mean rate of this run';
    return `a month has ${Number(runCount.toPrecision(3))} of these runs and nothing else`;
}
/** The cost of a run in the scenario's unit: `$12.7/run`, `+$310/month`, `-$0.150/run`. */
export function costText(usd, unit, options = {}) {
    return `${moneyText(usd * unit.factor, options)}${unit.suffix}`;
}
/** ` ($0.810/hour)` behind the cost of a run, whose length a reader need not know; empty beside that of a month. */
export function hourText(usd, { perHourFactor }) {
    return perHourFactor === undefined ? '' : ` (${moneyText(usd * perHourFactor)}/hour)`;
}
/** Money with its sign before the symbol: `+$310`, `-$1,050`, `$3,120`; what rounds to nothing has no sign. */
export function moneyText(usd, { signed = false } = {}) {
    const digits = amountText(Math.abs(usd));
    const sign = digits === '0' ? '' : usd < 0 ? '-' : signed ? '+' : '';
    return `${sign}$${digits}`;
}
/** Below a billionth of a dollar there is no money. */
const decimalsMax = 11;
/** An amount without sign and symbol, three significant digits: `0.00123`, `0.150`, `12.7`, `1,230`, `1.05M`. */
export function amountText(usd) {
    // What is rounded up to the next power of ten has one decimal less: 9.996 is 10.0.
    const rounded = Number(usd.toPrecision(3));
    if (rounded >= 1e6)
        return `${amountText(rounded / 1e6)}M`;
    if (rounded < 10 ** -decimalsMax)
        return '0';
    const decimals = Math.max(0, 2 - Math.floor(Math.log10(rounded) + 1e-12));
    const text = rounded.toFixed(Math.min(decimals, decimalsMax));
    if (Number(text) === 0)
        return '0';
    return rounded >= 1000 ? text.replace(/\B(?=(\d{3})+$)/g, ',') : text;
}
