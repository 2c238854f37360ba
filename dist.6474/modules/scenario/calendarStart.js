import { DATE_SECONDS, DEFAULT_START_SECONDS } from '../base/calendarDates.js';
import { isoTime } from '../base/isoTime.js';
import { ProblemError } from '../base/problem.js';
import { traceStart } from '../traffic/sources/trace.js';
import { parseTime } from '../traffic/trace/time.js';
import { estimateContext } from './estimateContext.js';
/**
 * The calendar of a run: `start` where it is written, else the clock of its traces, else a Monday.
 *
 * @throws ProblemError where traces with dates begin at different ones: one run has one clock
 */
export function calendarStartOf(scenario, folder) {
    if (scenario.start !== undefined) {
        return { seconds: parseTime(scenario.start, 's') ?? DEFAULT_START_SECONDS, from: 'start' };
    }
    const context = estimateContext(scenario, folder);
    const dated = Object.entries(scenario.traffic).flatMap(([name, settings]) => {
        if (settings.executor !== 'trace')
            return [];
        const first = traceStart(settings, context);
        return first === undefined || first < DATE_SECONDS ? [] : [{ name, seconds: first - settings.startTime }];
    });
    const [first] = dated;
    if (first === undefined)
        return { seconds: DEFAULT_START_SECONDS, from: 'default' };
    const other = dated.find(({ seconds }) => Math.abs(seconds - first.seconds) >= 1);
    if (other === undefined)
        return { seconds: first.seconds, from: 'trace' };
    throw new ProblemError([
        {
            code: 'clocks-differ',
            where: { path: `traffic.${other.name}` },
            what: `begins at ${isoTime(other.seconds)}, but ${first.name} at ${isoTime(first.seconds)}`,
            why: 'A run has one calendar: schedules and os.date of policies read it.',
            fix: 'write `start`, which says what time second 0 is.',
        },
    ]);
}
