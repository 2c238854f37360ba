import type { Fleet } from '../fleet/fleet.js';
import type { Serving } from '../fleet/serving.js';
import type { Gateway } from '../gateway/gateway.js';
import type { Calendar } from '../kernel/calendar.js';
import type { RunClock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import type { Journal } from '../record/journal.js';
import type { Clients } from '../traffic/clients.js';
import { type RequestTable } from '../traffic/requestTable.js';
export interface LoopParts {
    readonly durationSeconds: number;
    readonly clock: RunClock;
    readonly calendar: Calendar;
    readonly heap: EventHeap;
    readonly serving: Serving;
    readonly requests: RequestTable;
    readonly gateway: Gateway;
    readonly clients: Clients;
    readonly journal: Journal;
    readonly fleets: readonly Fleet[];
}
/**
 * One run: control events are barriers between stretches of request events. Alone moves the clock.
 *
 * Hot. Four places hold the next request event: the serving (the next end of a phase at an instance), the event heap
 * (patience, retries, users that wake), the timers and the clients (the next open arrival, which never enters a heap). The
 * earliest is taken; at one instant in the order of `rank`. The journal is told before every control event, so that whoever
 * reads a count there reads a whole one.
 */
export declare class Loop {
    #private;
    constructor(parts: LoopParts);
    /** Runs from 0 to the duration; nothing happens at the duration itself. */
    run(): void;
}
