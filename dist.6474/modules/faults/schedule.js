import { rank } from '../kernel/rank.js';
import { buildDistribution } from '../random/distributions/index.js';
import { beginFault } from './kinds/index.js';
/** Plans a fault: once at its time, or again and again, each from the end of the one before. */
export function planFault({ settings, world, calendar, nowSeconds, timeStream, begun, over }) {
    const pauseOf = settings.every && buildDistribution(settings.every);
    const lengthOf = settings.for && buildDistribution(settings.for);
    const planNext = (fromSeconds) => {
        const beginSeconds = fromSeconds + (pauseOf === undefined ? (settings.at ?? 0) : pauseOf.sample(timeStream));
        const seconds = lengthOf?.sample(timeStream) ?? 0;
        calendar.at(beginSeconds, rank.fault, () => {
            const end = beginFault(settings, world);
            const endsItself = typeof end === 'object';
            const event = {
                kind: settings.kind,
                fromSeconds: beginSeconds,
                untilSeconds: endsItself ? Number.POSITIVE_INFINITY : beginSeconds + seconds,
            };
            begun(event);
            const finish = () => {
                if (!endsItself)
                    end?.();
                if (pauseOf !== undefined)
                    planNext(event.untilSeconds);
            };
            if (endsItself) {
                end.over(() => {
                    event.untilSeconds = nowSeconds();
                    over(event);
                    finish();
                });
            }
            else if (seconds > 0)
                calendar.at(event.untilSeconds, rank.fault, finish);
            else
                finish();
        });
    };
    planNext(0);
}
