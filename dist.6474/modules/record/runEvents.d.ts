import { z } from 'zod';
/** Why an instance stopped. */
export declare const stopReasons: readonly ['scale-in', 'drain-end', 'idle', 'not-needed', 'crash', 'zone-outage', 'startup-failure', 'rolling-update', 'run-end'];
export type StopReason = (typeof stopReasons)[number];
/** Every kind of event but the faults, whose kinds are those of the scenario. The one list: types, docs and the schema come from it. */
export declare const eventKinds: {
    readonly try: {
        readonly summary: 'A request enters the gateway, for the first time or again';
        readonly shape: {
            readonly request: z.ZodString;
            readonly try: z.ZodInt;
            readonly service: z.ZodString;
            readonly source: z.ZodString;
            readonly class: z.ZodString;
            readonly arrival_s: z.ZodNumber;
            readonly response_bytes: z.ZodOptional<z.ZodNumber>;
        };
    };
    readonly waits: {
        readonly summary: 'A try begins to wait: at an instance, or in the central queue (null)';
        readonly shape: {
            readonly request: z.ZodString;
            readonly try: z.ZodInt;
            readonly service: z.ZodString;
            readonly instance: z.ZodNullable<z.ZodInt>;
        };
    };
    readonly waited: {
        readonly summary: 'A wait that took time is over, by service or by giving up';
        readonly shape: {
            readonly request: z.ZodString;
            readonly try: z.ZodInt;
            readonly service: z.ZodString;
            readonly from_s: z.ZodNumber;
            readonly wait_ms: z.ZodNumber;
        };
    };
    readonly begin: {
        readonly summary: 'A try takes a slot of an instance; what it will take there, slow starts and faults included';
        readonly shape: {
            readonly request: z.ZodString;
            readonly try: z.ZodInt;
            readonly service: z.ZodString;
            readonly instance: z.ZodInt;
            readonly cpu_s: z.ZodNumber;
            readonly io_s: z.ZodNumber;
        };
    };
    readonly served: {
        readonly summary: 'An instance is done with a try and has used its cpu_s; nobody may wait for it any more (orphan)';
        readonly shape: {
            readonly request: z.ZodString;
            readonly try: z.ZodInt;
            readonly service: z.ZodString;
            readonly instance: z.ZodInt;
            readonly orphan: z.ZodBoolean;
        };
    };
    readonly retry: {
        readonly summary: 'A try ended badly and another one follows';
        readonly shape: {
            readonly request: z.ZodString;
            readonly try: z.ZodInt;
            readonly service: z.ZodString;
            readonly cause: z.ZodEnum<{
                "5xx": "5xx";
                timeout: "timeout";
            }>;
            readonly due_s: z.ZodNumber;
        };
    };
    readonly completed: {
        readonly summary: 'The one outcome of a request: a good answer';
        readonly shape: {
            readonly service: z.ZodString;
            readonly request: z.ZodString;
            readonly source: z.ZodString;
            readonly tries: z.ZodInt;
            readonly arrival_s: z.ZodNumber;
            readonly latency_ms: z.ZodNumber;
        };
    };
    readonly failed: {
        readonly summary: 'An answer that is an error';
        readonly shape: {
            readonly service: z.ZodString;
            readonly request: z.ZodString;
            readonly source: z.ZodString;
            readonly tries: z.ZodInt;
            readonly arrival_s: z.ZodNumber;
            readonly latency_ms: z.ZodNumber;
        };
    };
    readonly rejected: {
        readonly summary: 'No room, or no instance';
        readonly shape: {
            service: z.ZodString;
            request: z.ZodString;
            source: z.ZodString;
            tries: z.ZodInt;
            arrival_s: z.ZodNumber;
        };
    };
    readonly timed_out: {
        readonly summary: 'A timeout ended it';
        readonly shape: {
            service: z.ZodString;
            request: z.ZodString;
            source: z.ZodString;
            tries: z.ZodInt;
            arrival_s: z.ZodNumber;
        };
    };
    readonly abandoned: {
        readonly summary: 'Its patience, or the time of the central queue, ended';
        readonly shape: {
            service: z.ZodString;
            request: z.ZodString;
            source: z.ZodString;
            tries: z.ZodInt;
            arrival_s: z.ZodNumber;
        };
    };
    readonly aborted: {
        readonly summary: 'Its instance went';
        readonly shape: {
            service: z.ZodString;
            request: z.ZodString;
            source: z.ZodString;
            tries: z.ZodInt;
            arrival_s: z.ZodNumber;
        };
    };
    readonly unfinished: {
        readonly summary: 'Still inside when the run ends';
        readonly shape: {
            readonly service: z.ZodString;
            readonly request: z.ZodString;
            readonly source: z.ZodString;
            readonly tries: z.ZodInt;
            readonly arrival_s: z.ZodNumber;
            readonly waiting: z.ZodBoolean;
        };
    };
    readonly dropped: {
        readonly summary: 'An iteration without a free virtual user';
        readonly shape: {
            readonly source: z.ZodString;
            readonly class: z.ZodString;
        };
    };
    readonly launched: {
        readonly summary: 'An instance starts; warm ones are there at 0';
        readonly shape: {
            readonly service: z.ZodString;
            readonly instance: z.ZodInt;
            readonly zone: z.ZodInt;
            readonly startup_s: z.ZodNullable<z.ZodNumber>;
        };
    };
    readonly ready: {
        readonly summary: 'It takes requests';
        readonly shape: {
            readonly service: z.ZodString;
            readonly instance: z.ZodInt;
            readonly ready: z.ZodInt;
        };
    };
    readonly draining: {
        readonly summary: 'It takes nothing new';
        readonly shape: {
            readonly service: z.ZodString;
            readonly instance: z.ZodInt;
            readonly ready: z.ZodInt;
            readonly grace_s: z.ZodOptional<z.ZodNumber>;
        };
    };
    readonly stopped: {
        readonly summary: 'It is gone, or the run ends';
        readonly shape: {
            readonly service: z.ZodString;
            readonly instance: z.ZodInt;
            readonly reason: z.ZodEnum<{
                crash: "crash";
                "drain-end": "drain-end";
                idle: "idle";
                "not-needed": "not-needed";
                "rolling-update": "rolling-update";
                "run-end": "run-end";
                "scale-in": "scale-in";
                "startup-failure": "startup-failure";
                "zone-outage": "zone-outage";
            }>;
            readonly launched_s: z.ZodNumber;
            readonly ready_s: z.ZodNullable<z.ZodNumber>;
            readonly drained_s: z.ZodNullable<z.ZodNumber>;
            readonly serving_s: z.ZodNumber;
        };
    };
    readonly scrape: {
        readonly summary: 'A scrape of a path of metrics, with what it read';
        readonly shape: {
            readonly service: z.ZodString;
            readonly window_s: z.ZodNumber;
            readonly visible_s: z.ZodNullable<z.ZodNumber>;
            readonly values: z.ZodRecord<z.ZodString, z.ZodNumber>;
        };
    };
    readonly updated: {
        readonly summary: 'A rolling update is over: every instance is of the new version';
        readonly shape: {
            readonly service: z.ZodString;
            readonly from_s: z.ZodNumber;
        };
    };
    readonly decision: {
        readonly summary: 'A decision of a policy';
        readonly shape: {
            readonly service: z.ZodString;
            readonly before: z.ZodInt;
            readonly desired: z.ZodNumber;
            readonly applied: z.ZodInt;
            readonly result: z.ZodString;
            readonly rule: z.ZodOptional<z.ZodString>;
            readonly reason: z.ZodOptional<z.ZodString>;
            readonly controller: z.ZodOptional<z.ZodInt>;
        };
    };
    readonly log: {
        readonly summary: 'A line that a policy printed: `print`, `dryscale.log`, `console.log`';
        readonly shape: {
            readonly service: z.ZodString;
            readonly controller: z.ZodOptional<z.ZodInt>;
            readonly text: z.ZodString;
        };
    };
    readonly log_dropped: {
        readonly summary: 'At the end of a run whose policies printed more than 10 MB: what is left out above';
        readonly shape: {
            readonly lines: z.ZodInt;
        };
    };
};
export type EventKind = keyof typeof eventKinds;
/** The fields of a kind, beside `time_s` and `kind`. */
export type EventFields<Kind extends EventKind> = z.output<z.ZodObject<(typeof eventKinds)[Kind]['shape']>>;
/** The kinds of the outcomes, by the number of an outcome. */
export declare const outcomeKinds: readonly EventKind[];
/** One line of an event file. */
export type RunEventLine = {
    readonly time_s: number;
    readonly kind: string;
} & Readonly<Record<string, unknown>>;
/** Takes one event of a run. */
export type Tell = (event: RunEventLine) => void;
/** The schema of a line; `faults` are the kinds of faults. */
export declare function eventSchema(faults: readonly string[]): z.ZodUnion<readonly z.ZodObject<{
    time_s: z.ZodNumber;
    kind: z.ZodLiteral<string>;
}, z.core.$strict>[]>;
