import { z } from 'zod';
import { verdicts } from '../stats/verdict.js';
/** A measure over the replications: mean and 95 % interval of its kind; low and high are null with one run. */
declare const aggregateSchema: z.ZodObject<{
    mean: z.ZodNullable<z.ZodNumber>;
    low: z.ZodNullable<z.ZodNumber>;
    high: z.ZodNullable<z.ZodNumber>;
    n: z.ZodInt;
    about: z.ZodOptional<z.ZodLiteral<true>>;
    reason: z.ZodOptional<z.ZodString>;
    unanswered: z.ZodOptional<z.ZodInt>;
    plausible: z.ZodOptional<z.ZodTuple<[z.ZodNullable<z.ZodNumber>, z.ZodNullable<z.ZodNumber>], null>>;
}, z.core.$strip>;
declare const thresholdSchema: z.ZodObject<{
    metric: z.ZodString;
    expression: z.ZodString;
    value: z.ZodNullable<z.ZodNumber>;
    ok: z.ZodBoolean;
    reason: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
/** One service's curves over the shown replication; all arrays have the same length, one entry per step. */
declare const timelineSchema: z.ZodObject<{
    service: z.ZodString;
    step_s: z.ZodNumber;
    rate: z.ZodArray<z.ZodNumber>;
    planned_rate: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
    needed: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
    desired: z.ZodArray<z.ZodNumber>;
    ready: z.ZodArray<z.ZodNumber>;
    starting: z.ZodArray<z.ZodNumber>;
    p95_ms: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
    objective_ms: z.ZodOptional<z.ZodArray<z.ZodNullable<z.ZodNumber>>>;
    cpu: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
    queue: z.ZodArray<z.ZodNumber>;
    outcomes: z.ZodOptional<z.ZodObject<{
        ended: z.ZodArray<z.ZodNumber>;
        failed: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
        rejected: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
        timed_out: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
        abandoned: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
        aborted: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
    }, z.core.$strip>>;
    bounds: z.ZodOptional<z.ZodObject<{
        min: z.ZodNumber;
        max: z.ZodNumber;
    }, z.core.$strip>>;
    held_back: z.ZodOptional<z.ZodArray<z.ZodObject<{
        from_s: z.ZodNumber;
        until_s: z.ZodNumber;
        by: z.ZodString;
        wanted: z.ZodNumber;
    }, z.core.$strip>>>;
    heatmap: z.ZodOptional<z.ZodObject<{
        step_s: z.ZodNumber;
        upper_ms: z.ZodArray<z.ZodNumber>;
        count: z.ZodArray<z.ZodArray<z.ZodNumber>>;
    }, z.core.$strip>>;
    slo_windows: z.ZodOptional<z.ZodObject<{
        from_s: z.ZodNumber;
        step_s: z.ZodNumber;
        judged: z.ZodArray<z.ZodNumber>;
        good: z.ZodArray<z.ZodNumber>;
    }, z.core.$strip>>;
    above_slo: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>>>;
}, z.core.$strip>;
declare const decisionSchema: z.ZodObject<{
    time_s: z.ZodNumber;
    until_s: z.ZodNumber;
    service: z.ZodString;
    wished: z.ZodOptional<z.ZodNumber>;
    desired: z.ZodNumber;
    applied: z.ZodNumber;
    result: z.ZodEnum<{
        accepted: "accepted";
        clamped: "clamped";
        failed: "failed";
        refused: "refused";
        throttled: "throttled";
    }>;
    rule: z.ZodOptional<z.ZodString>;
    reason: z.ZodOptional<z.ZodString>;
    controller: z.ZodOptional<z.ZodInt>;
    other_controllers: z.ZodOptional<z.ZodInt>;
}, z.core.$strip>;
/** What a policy printed: how many lines, and the last of them, long ones cut. */
declare const logSchema: z.ZodObject<{
    total: z.ZodInt;
    lines: z.ZodArray<z.ZodObject<{
        time_s: z.ZodNumber;
        service: z.ZodString;
        controller: z.ZodOptional<z.ZodInt>;
        text: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;
declare const failureSchema: z.ZodObject<{
    kind: z.ZodString;
    message: z.ZodString;
    time_s: z.ZodNullable<z.ZodNumber>;
    log: z.ZodOptional<z.ZodObject<{
        total: z.ZodInt;
        lines: z.ZodArray<z.ZodObject<{
            time_s: z.ZodNumber;
            service: z.ZodString;
            controller: z.ZodOptional<z.ZodInt>;
            text: z.ZodString;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
}, z.core.$strip>;
declare const replicationSchema: z.ZodObject<{
    replication: z.ZodInt;
    measures: z.ZodRecord<z.ZodString, z.ZodNullable<z.ZodNumber>>;
    nulls: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
}, z.core.$strip>;
declare const policyResultSchema: z.ZodObject<{
    name: z.ZodString;
    source: z.ZodString;
    hash: z.ZodString;
    params: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodNumber, z.ZodString, z.ZodBoolean]>>;
    replications: z.ZodArray<z.ZodObject<{
        replication: z.ZodInt;
        measures: z.ZodRecord<z.ZodString, z.ZodNullable<z.ZodNumber>>;
        nulls: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    }, z.core.$strip>>;
    measures: z.ZodRecord<z.ZodString, z.ZodObject<{
        mean: z.ZodNullable<z.ZodNumber>;
        low: z.ZodNullable<z.ZodNumber>;
        high: z.ZodNullable<z.ZodNumber>;
        n: z.ZodInt;
        about: z.ZodOptional<z.ZodLiteral<true>>;
        reason: z.ZodOptional<z.ZodString>;
        unanswered: z.ZodOptional<z.ZodInt>;
        plausible: z.ZodOptional<z.ZodTuple<[z.ZodNullable<z.ZodNumber>, z.ZodNullable<z.ZodNumber>], null>>;
    }, z.core.$strip>>;
    thresholds: z.ZodArray<z.ZodObject<{
        metric: z.ZodString;
        expression: z.ZodString;
        value: z.ZodNullable<z.ZodNumber>;
        ok: z.ZodBoolean;
        reason: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    slo: z.ZodOptional<z.ZodObject<{
        met: z.ZodBoolean;
        good_share: z.ZodNullable<z.ZodNumber>;
        runs_met: z.ZodInt;
        runs: z.ZodInt;
        runs_empty: z.ZodOptional<z.ZodInt>;
        gate: z.ZodBoolean;
        reason: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    timeline: z.ZodArray<z.ZodObject<{
        service: z.ZodString;
        step_s: z.ZodNumber;
        rate: z.ZodArray<z.ZodNumber>;
        planned_rate: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
        needed: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
        desired: z.ZodArray<z.ZodNumber>;
        ready: z.ZodArray<z.ZodNumber>;
        starting: z.ZodArray<z.ZodNumber>;
        p95_ms: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
        objective_ms: z.ZodOptional<z.ZodArray<z.ZodNullable<z.ZodNumber>>>;
        cpu: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
        queue: z.ZodArray<z.ZodNumber>;
        outcomes: z.ZodOptional<z.ZodObject<{
            ended: z.ZodArray<z.ZodNumber>;
            failed: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
            rejected: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
            timed_out: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
            abandoned: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
            aborted: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
        }, z.core.$strip>>;
        bounds: z.ZodOptional<z.ZodObject<{
            min: z.ZodNumber;
            max: z.ZodNumber;
        }, z.core.$strip>>;
        held_back: z.ZodOptional<z.ZodArray<z.ZodObject<{
            from_s: z.ZodNumber;
            until_s: z.ZodNumber;
            by: z.ZodString;
            wanted: z.ZodNumber;
        }, z.core.$strip>>>;
        heatmap: z.ZodOptional<z.ZodObject<{
            step_s: z.ZodNumber;
            upper_ms: z.ZodArray<z.ZodNumber>;
            count: z.ZodArray<z.ZodArray<z.ZodNumber>>;
        }, z.core.$strip>>;
        slo_windows: z.ZodOptional<z.ZodObject<{
            from_s: z.ZodNumber;
            step_s: z.ZodNumber;
            judged: z.ZodArray<z.ZodNumber>;
            good: z.ZodArray<z.ZodNumber>;
        }, z.core.$strip>>;
        above_slo: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>>>;
    }, z.core.$strip>>;
    latencyHistogram: z.ZodObject<{
        upper_ms: z.ZodArray<z.ZodNumber>;
        count: z.ZodArray<z.ZodNumber>;
    }, z.core.$strip>;
    events: z.ZodArray<z.ZodObject<{
        time_s: z.ZodNumber;
        kind: z.ZodString;
        service: z.ZodOptional<z.ZodString>;
        until_s: z.ZodOptional<z.ZodNumber>;
        detail: z.ZodOptional<z.ZodString>;
        recovery_s: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strip>>;
    above_slo: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>>>;
    lagBudget: z.ZodOptional<z.ZodArray<z.ZodObject<{
        time_s: z.ZodNumber;
        service: z.ZodString;
        needed_from: z.ZodNumber;
        needed_to: z.ZodNumber;
        total_s: z.ZodNullable<z.ZodNumber>;
        parts: z.ZodNullable<z.ZodObject<{
            metric_s: z.ZodNumber;
            decision_s: z.ZodNumber;
            limit_s: z.ZodNumber;
            api_s: z.ZodNumber;
            startup_s: z.ZodNumber;
            slow_start_s: z.ZodNumber;
        }, z.core.$strip>>;
        unanswered_s: z.ZodOptional<z.ZodNumber>;
    }, z.core.$strip>>>;
    decisions: z.ZodArray<z.ZodObject<{
        time_s: z.ZodNumber;
        until_s: z.ZodNumber;
        service: z.ZodString;
        wished: z.ZodOptional<z.ZodNumber>;
        desired: z.ZodNumber;
        applied: z.ZodNumber;
        result: z.ZodEnum<{
            accepted: "accepted";
            clamped: "clamped";
            failed: "failed";
            refused: "refused";
            throttled: "throttled";
        }>;
        rule: z.ZodOptional<z.ZodString>;
        reason: z.ZodOptional<z.ZodString>;
        controller: z.ZodOptional<z.ZodInt>;
        other_controllers: z.ZodOptional<z.ZodInt>;
    }, z.core.$strip>>;
    log: z.ZodOptional<z.ZodObject<{
        total: z.ZodInt;
        lines: z.ZodArray<z.ZodObject<{
            time_s: z.ZodNumber;
            service: z.ZodString;
            controller: z.ZodOptional<z.ZodInt>;
            text: z.ZodString;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    findings: z.ZodArray<z.ZodString>;
    failure: z.ZodOptional<z.ZodObject<{
        kind: z.ZodString;
        message: z.ZodString;
        time_s: z.ZodNullable<z.ZodNumber>;
        log: z.ZodOptional<z.ZodObject<{
            total: z.ZodInt;
            lines: z.ZodArray<z.ZodObject<{
                time_s: z.ZodNumber;
                service: z.ZodString;
                controller: z.ZodOptional<z.ZodInt>;
                text: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
}, z.core.$strip>;
/** What is left of a policy that failed: the others' results stay. */
declare const failedPolicySchema: z.ZodObject<{
    name: z.ZodString;
    failure: z.ZodObject<{
        kind: z.ZodString;
        message: z.ZodString;
        time_s: z.ZodNullable<z.ZodNumber>;
        log: z.ZodOptional<z.ZodObject<{
            total: z.ZodInt;
            lines: z.ZodArray<z.ZodObject<{
                time_s: z.ZodNumber;
                service: z.ZodString;
                controller: z.ZodOptional<z.ZodInt>;
                text: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
    }, z.core.$strip>;
}, z.core.$strip>;
export { verdicts };
declare const comparisonSchema: z.ZodObject<{
    measure: z.ZodString;
    a: z.ZodString;
    b: z.ZodString;
    difference: z.ZodNullable<z.ZodNumber>;
    low: z.ZodNullable<z.ZodNumber>;
    high: z.ZodNullable<z.ZodNumber>;
    confidence: z.ZodOptional<z.ZodNumber>;
    verdict: z.ZodUnion<[z.ZodEnum<{
        better: "better";
        "no difference that matters": "no difference that matters";
        "not judged": "not judged";
        undecided: "undecided";
        worse: "worse";
    }>, z.ZodPipe<z.ZodLiteral<"no difference shown">, z.ZodTransform<"no difference that matters", "no difference shown">>]>;
    uncorrected: z.ZodOptional<z.ZodEnum<{
        better: "better";
        "no difference that matters": "no difference that matters";
        "not judged": "not judged";
        undecided: "undecided";
        worse: "worse";
    }>>;
    runs_needed: z.ZodOptional<z.ZodInt>;
    unanswered: z.ZodOptional<z.ZodObject<{
        a: z.ZodInt;
        b: z.ZodInt;
        runs: z.ZodInt;
    }, z.core.$strip>>;
}, z.core.$strip>;
declare const scenarioResultSchema: z.ZodObject<{
    name: z.ZodString;
    description: z.ZodOptional<z.ZodString>;
    hash: z.ZodString;
    resolved: z.ZodOptional<z.ZodString>;
    duration_s: z.ZodNumber;
    warmup_s: z.ZodNumber;
    start: z.ZodOptional<z.ZodString>;
    occurs: z.ZodOptional<z.ZodObject<{
        times: z.ZodNumber;
        per: z.ZodEnum<{
            day: "day";
            month: "month";
            week: "week";
            year: "year";
        }>;
    }, z.core.$strip>>;
    seed: z.ZodNumber;
    slo: z.ZodNullable<z.ZodObject<{
        latency_s: z.ZodNumber;
        objective: z.ZodNumber;
    }, z.core.$strip>>;
    assumptions: z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        low: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
        high: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
        basis: z.ZodString;
        from: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    shown_replication: z.ZodOptional<z.ZodInt>;
    notes: z.ZodArray<z.ZodString>;
    precision: z.ZodOptional<z.ZodObject<{
        asked: z.ZodNumber;
        of: z.ZodArray<z.ZodString>;
        runs: z.ZodInt;
        reached: z.ZodBoolean;
        worst: z.ZodOptional<z.ZodObject<{
            policy: z.ZodString;
            measure: z.ZodString;
            half_width: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    revision: z.ZodOptional<z.ZodObject<{
        name: z.ZodString;
        commit: z.ZodString;
        notes: z.ZodArray<z.ZodString>;
        policies: z.ZodArray<z.ZodObject<{
            policy: z.ZodString;
            state: z.ZodEnum<{
                against: "against";
                changed: "changed";
                new: "new";
                "not comparable": "not comparable";
                removed: "removed";
                unchanged: "unchanged";
            }>;
            before: z.ZodOptional<z.ZodString>;
            files: z.ZodArray<z.ZodString>;
        }, z.core.$strip>>;
        changes: z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            former: z.ZodOptional<z.ZodString>;
            line: z.ZodInt;
            diff: z.ZodString;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    robustness: z.ZodOptional<z.ZodObject<{
        worlds: z.ZodInt;
        asked: z.ZodInt;
        left_out: z.ZodOptional<z.ZodArray<z.ZodObject<{
            what: z.ZodString;
            count: z.ZodInt;
        }, z.core.$strip>>>;
        goal: z.ZodString;
        winner: z.ZodNullable<z.ZodString>;
        share: z.ZodNullable<z.ZodNumber>;
        control: z.ZodObject<{
            runs: z.ZodInt;
            share: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>;
        against: z.ZodEnum<{
            "best other": "best other";
            limits: "limits";
            nothing: "nothing";
        }>;
        policies: z.ZodArray<z.ZodObject<{
            name: z.ZodString;
            meets: z.ZodNullable<z.ZodNumber>;
            wins: z.ZodNumber;
            control: z.ZodObject<{
                meets: z.ZodNullable<z.ZodNumber>;
                wins: z.ZodNumber;
            }, z.core.$strip>;
            failed: z.ZodOptional<z.ZodInt>;
            failure: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
        inputs: z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            unit: z.ZodEnum<{
                "": "";
                bytes: "bytes";
                s: "s";
            }>;
            value: z.ZodNumber;
            low: z.ZodNumber;
            high: z.ZodNumber;
            basis: z.ZodString;
        }, z.core.$strip>>;
        flips: z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            at: z.ZodNullable<z.ZodNumber>;
            beyond: z.ZodOptional<z.ZodEnum<{
                above: "above";
                below: "below";
            }>>;
            r2: z.ZodNumber;
        }, z.core.$strip>>;
        limit_flips: z.ZodOptional<z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            at: z.ZodNullable<z.ZodNumber>;
            beyond: z.ZodOptional<z.ZodEnum<{
                above: "above";
                below: "below";
            }>>;
            r2: z.ZodNumber;
        }, z.core.$strip>>>;
        not_drawn: z.ZodObject<{
            without_range: z.ZodArray<z.ZodString>;
            no_number: z.ZodArray<z.ZodString>;
            given: z.ZodArray<z.ZodString>;
        }, z.core.$strip>;
    }, z.core.$strip>>;
    sensitivity: z.ZodOptional<z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        effect: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>>>;
    policies: z.ZodArray<z.ZodUnion<readonly [z.ZodObject<{
        name: z.ZodString;
        source: z.ZodString;
        hash: z.ZodString;
        params: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodNumber, z.ZodString, z.ZodBoolean]>>;
        replications: z.ZodArray<z.ZodObject<{
            replication: z.ZodInt;
            measures: z.ZodRecord<z.ZodString, z.ZodNullable<z.ZodNumber>>;
            nulls: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
        }, z.core.$strip>>;
        measures: z.ZodRecord<z.ZodString, z.ZodObject<{
            mean: z.ZodNullable<z.ZodNumber>;
            low: z.ZodNullable<z.ZodNumber>;
            high: z.ZodNullable<z.ZodNumber>;
            n: z.ZodInt;
            about: z.ZodOptional<z.ZodLiteral<true>>;
            reason: z.ZodOptional<z.ZodString>;
            unanswered: z.ZodOptional<z.ZodInt>;
            plausible: z.ZodOptional<z.ZodTuple<[z.ZodNullable<z.ZodNumber>, z.ZodNullable<z.ZodNumber>], null>>;
        }, z.core.$strip>>;
        thresholds: z.ZodArray<z.ZodObject<{
            metric: z.ZodString;
            expression: z.ZodString;
            value: z.ZodNullable<z.ZodNumber>;
            ok: z.ZodBoolean;
            reason: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
        slo: z.ZodOptional<z.ZodObject<{
            met: z.ZodBoolean;
            good_share: z.ZodNullable<z.ZodNumber>;
            runs_met: z.ZodInt;
            runs: z.ZodInt;
            runs_empty: z.ZodOptional<z.ZodInt>;
            gate: z.ZodBoolean;
            reason: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
        timeline: z.ZodArray<z.ZodObject<{
            service: z.ZodString;
            step_s: z.ZodNumber;
            rate: z.ZodArray<z.ZodNumber>;
            planned_rate: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
            needed: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
            desired: z.ZodArray<z.ZodNumber>;
            ready: z.ZodArray<z.ZodNumber>;
            starting: z.ZodArray<z.ZodNumber>;
            p95_ms: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
            objective_ms: z.ZodOptional<z.ZodArray<z.ZodNullable<z.ZodNumber>>>;
            cpu: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
            queue: z.ZodArray<z.ZodNumber>;
            outcomes: z.ZodOptional<z.ZodObject<{
                ended: z.ZodArray<z.ZodNumber>;
                failed: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                rejected: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                timed_out: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                abandoned: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                aborted: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
            }, z.core.$strip>>;
            bounds: z.ZodOptional<z.ZodObject<{
                min: z.ZodNumber;
                max: z.ZodNumber;
            }, z.core.$strip>>;
            held_back: z.ZodOptional<z.ZodArray<z.ZodObject<{
                from_s: z.ZodNumber;
                until_s: z.ZodNumber;
                by: z.ZodString;
                wanted: z.ZodNumber;
            }, z.core.$strip>>>;
            heatmap: z.ZodOptional<z.ZodObject<{
                step_s: z.ZodNumber;
                upper_ms: z.ZodArray<z.ZodNumber>;
                count: z.ZodArray<z.ZodArray<z.ZodNumber>>;
            }, z.core.$strip>>;
            slo_windows: z.ZodOptional<z.ZodObject<{
                from_s: z.ZodNumber;
                step_s: z.ZodNumber;
                judged: z.ZodArray<z.ZodNumber>;
                good: z.ZodArray<z.ZodNumber>;
            }, z.core.$strip>>;
            above_slo: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>>>;
        }, z.core.$strip>>;
        latencyHistogram: z.ZodObject<{
            upper_ms: z.ZodArray<z.ZodNumber>;
            count: z.ZodArray<z.ZodNumber>;
        }, z.core.$strip>;
        events: z.ZodArray<z.ZodObject<{
            time_s: z.ZodNumber;
            kind: z.ZodString;
            service: z.ZodOptional<z.ZodString>;
            until_s: z.ZodOptional<z.ZodNumber>;
            detail: z.ZodOptional<z.ZodString>;
            recovery_s: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strip>>;
        above_slo: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>>>;
        lagBudget: z.ZodOptional<z.ZodArray<z.ZodObject<{
            time_s: z.ZodNumber;
            service: z.ZodString;
            needed_from: z.ZodNumber;
            needed_to: z.ZodNumber;
            total_s: z.ZodNullable<z.ZodNumber>;
            parts: z.ZodNullable<z.ZodObject<{
                metric_s: z.ZodNumber;
                decision_s: z.ZodNumber;
                limit_s: z.ZodNumber;
                api_s: z.ZodNumber;
                startup_s: z.ZodNumber;
                slow_start_s: z.ZodNumber;
            }, z.core.$strip>>;
            unanswered_s: z.ZodOptional<z.ZodNumber>;
        }, z.core.$strip>>>;
        decisions: z.ZodArray<z.ZodObject<{
            time_s: z.ZodNumber;
            until_s: z.ZodNumber;
            service: z.ZodString;
            wished: z.ZodOptional<z.ZodNumber>;
            desired: z.ZodNumber;
            applied: z.ZodNumber;
            result: z.ZodEnum<{
                accepted: "accepted";
                clamped: "clamped";
                failed: "failed";
                refused: "refused";
                throttled: "throttled";
            }>;
            rule: z.ZodOptional<z.ZodString>;
            reason: z.ZodOptional<z.ZodString>;
            controller: z.ZodOptional<z.ZodInt>;
            other_controllers: z.ZodOptional<z.ZodInt>;
        }, z.core.$strip>>;
        log: z.ZodOptional<z.ZodObject<{
            total: z.ZodInt;
            lines: z.ZodArray<z.ZodObject<{
                time_s: z.ZodNumber;
                service: z.ZodString;
                controller: z.ZodOptional<z.ZodInt>;
                text: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        findings: z.ZodArray<z.ZodString>;
        failure: z.ZodOptional<z.ZodObject<{
            kind: z.ZodString;
            message: z.ZodString;
            time_s: z.ZodNullable<z.ZodNumber>;
            log: z.ZodOptional<z.ZodObject<{
                total: z.ZodInt;
                lines: z.ZodArray<z.ZodObject<{
                    time_s: z.ZodNumber;
                    service: z.ZodString;
                    controller: z.ZodOptional<z.ZodInt>;
                    text: z.ZodString;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
    }, z.core.$strip>, z.ZodObject<{
        name: z.ZodString;
        failure: z.ZodObject<{
            kind: z.ZodString;
            message: z.ZodString;
            time_s: z.ZodNullable<z.ZodNumber>;
            log: z.ZodOptional<z.ZodObject<{
                total: z.ZodInt;
                lines: z.ZodArray<z.ZodObject<{
                    time_s: z.ZodNumber;
                    service: z.ZodString;
                    controller: z.ZodOptional<z.ZodInt>;
                    text: z.ZodString;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
        }, z.core.$strip>;
    }, z.core.$strip>]>>;
    comparisons: z.ZodArray<z.ZodObject<{
        measure: z.ZodString;
        a: z.ZodString;
        b: z.ZodString;
        difference: z.ZodNullable<z.ZodNumber>;
        low: z.ZodNullable<z.ZodNumber>;
        high: z.ZodNullable<z.ZodNumber>;
        confidence: z.ZodOptional<z.ZodNumber>;
        verdict: z.ZodUnion<[z.ZodEnum<{
            better: "better";
            "no difference that matters": "no difference that matters";
            "not judged": "not judged";
            undecided: "undecided";
            worse: "worse";
        }>, z.ZodPipe<z.ZodLiteral<"no difference shown">, z.ZodTransform<"no difference that matters", "no difference shown">>]>;
        uncorrected: z.ZodOptional<z.ZodEnum<{
            better: "better";
            "no difference that matters": "no difference that matters";
            "not judged": "not judged";
            undecided: "undecided";
            worse: "worse";
        }>>;
        runs_needed: z.ZodOptional<z.ZodInt>;
        unanswered: z.ZodOptional<z.ZodObject<{
            a: z.ZodInt;
            b: z.ZodInt;
            runs: z.ZodInt;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
    baseline: z.ZodOptional<z.ZodObject<{
        version: z.ZodString;
        notes: z.ZodArray<z.ZodString>;
        regressions: z.ZodArray<z.ZodObject<{
            policy: z.ZodString;
            measure: z.ZodString;
            baseline: z.ZodNullable<z.ZodNumber>;
            value: z.ZodNullable<z.ZodNumber>;
            regression: z.ZodNullable<z.ZodNumber>;
            low: z.ZodNullable<z.ZodNumber>;
            high: z.ZodNullable<z.ZodNumber>;
            limit: z.ZodNumber;
            limit_kind: z.ZodEnum<{
                absolute: "absolute";
                relative: "relative";
            }>;
            level: z.ZodEnum<{
                error: "error";
                warn: "warn";
            }>;
            paired: z.ZodBoolean;
            outcome: z.ZodEnum<{
                kept: "kept";
                "no data": "no data";
                regressed: "regressed";
                unclear: "unclear";
            }>;
            ok: z.ZodBoolean;
            reason: z.ZodOptional<z.ZodString>;
            against: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
        moved: z.ZodArray<z.ZodObject<{
            policy: z.ZodString;
            measure: z.ZodString;
            baseline: z.ZodNullable<z.ZodNumber>;
            value: z.ZodNullable<z.ZodNumber>;
            verdict: z.ZodEnum<{
                better: "better";
                worse: "worse";
            }>;
        }, z.core.$strip>>;
        decisions: z.ZodArray<z.ZodObject<{
            policy: z.ZodString;
            before: z.ZodInt;
            after: z.ZodInt;
            first_change_s: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>>;
        unknown: z.ZodArray<z.ZodString>;
    }, z.core.$strip>>;
}, z.core.$strip>;
/** The result document: `--json`, `report.json`. */
export declare const resultSchema: z.ZodObject<{
    format: z.ZodLiteral<"dryscale-result/1">;
    version: z.ZodString;
    command: z.ZodOptional<z.ZodString>;
    runs: z.ZodOptional<z.ZodInt>;
    interrupted: z.ZodOptional<z.ZodObject<{
        completed: z.ZodInt;
        total: z.ZodInt;
    }, z.core.$strip>>;
    scenarios: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        description: z.ZodOptional<z.ZodString>;
        hash: z.ZodString;
        resolved: z.ZodOptional<z.ZodString>;
        duration_s: z.ZodNumber;
        warmup_s: z.ZodNumber;
        start: z.ZodOptional<z.ZodString>;
        occurs: z.ZodOptional<z.ZodObject<{
            times: z.ZodNumber;
            per: z.ZodEnum<{
                day: "day";
                month: "month";
                week: "week";
                year: "year";
            }>;
        }, z.core.$strip>>;
        seed: z.ZodNumber;
        slo: z.ZodNullable<z.ZodObject<{
            latency_s: z.ZodNumber;
            objective: z.ZodNumber;
        }, z.core.$strip>>;
        assumptions: z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            low: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
            high: z.ZodOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>>;
            basis: z.ZodString;
            from: z.ZodOptional<z.ZodString>;
        }, z.core.$strip>>;
        shown_replication: z.ZodOptional<z.ZodInt>;
        notes: z.ZodArray<z.ZodString>;
        precision: z.ZodOptional<z.ZodObject<{
            asked: z.ZodNumber;
            of: z.ZodArray<z.ZodString>;
            runs: z.ZodInt;
            reached: z.ZodBoolean;
            worst: z.ZodOptional<z.ZodObject<{
                policy: z.ZodString;
                measure: z.ZodString;
                half_width: z.ZodNullable<z.ZodNumber>;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        revision: z.ZodOptional<z.ZodObject<{
            name: z.ZodString;
            commit: z.ZodString;
            notes: z.ZodArray<z.ZodString>;
            policies: z.ZodArray<z.ZodObject<{
                policy: z.ZodString;
                state: z.ZodEnum<{
                    against: "against";
                    changed: "changed";
                    new: "new";
                    "not comparable": "not comparable";
                    removed: "removed";
                    unchanged: "unchanged";
                }>;
                before: z.ZodOptional<z.ZodString>;
                files: z.ZodArray<z.ZodString>;
            }, z.core.$strip>>;
            changes: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                former: z.ZodOptional<z.ZodString>;
                line: z.ZodInt;
                diff: z.ZodString;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        robustness: z.ZodOptional<z.ZodObject<{
            worlds: z.ZodInt;
            asked: z.ZodInt;
            left_out: z.ZodOptional<z.ZodArray<z.ZodObject<{
                what: z.ZodString;
                count: z.ZodInt;
            }, z.core.$strip>>>;
            goal: z.ZodString;
            winner: z.ZodNullable<z.ZodString>;
            share: z.ZodNullable<z.ZodNumber>;
            control: z.ZodObject<{
                runs: z.ZodInt;
                share: z.ZodNullable<z.ZodNumber>;
            }, z.core.$strip>;
            against: z.ZodEnum<{
                "best other": "best other";
                limits: "limits";
                nothing: "nothing";
            }>;
            policies: z.ZodArray<z.ZodObject<{
                name: z.ZodString;
                meets: z.ZodNullable<z.ZodNumber>;
                wins: z.ZodNumber;
                control: z.ZodObject<{
                    meets: z.ZodNullable<z.ZodNumber>;
                    wins: z.ZodNumber;
                }, z.core.$strip>;
                failed: z.ZodOptional<z.ZodInt>;
                failure: z.ZodOptional<z.ZodString>;
            }, z.core.$strip>>;
            inputs: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                unit: z.ZodEnum<{
                    "": "";
                    bytes: "bytes";
                    s: "s";
                }>;
                value: z.ZodNumber;
                low: z.ZodNumber;
                high: z.ZodNumber;
                basis: z.ZodString;
            }, z.core.$strip>>;
            flips: z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                at: z.ZodNullable<z.ZodNumber>;
                beyond: z.ZodOptional<z.ZodEnum<{
                    above: "above";
                    below: "below";
                }>>;
                r2: z.ZodNumber;
            }, z.core.$strip>>;
            limit_flips: z.ZodOptional<z.ZodArray<z.ZodObject<{
                path: z.ZodString;
                at: z.ZodNullable<z.ZodNumber>;
                beyond: z.ZodOptional<z.ZodEnum<{
                    above: "above";
                    below: "below";
                }>>;
                r2: z.ZodNumber;
            }, z.core.$strip>>>;
            not_drawn: z.ZodObject<{
                without_range: z.ZodArray<z.ZodString>;
                no_number: z.ZodArray<z.ZodString>;
                given: z.ZodArray<z.ZodString>;
            }, z.core.$strip>;
        }, z.core.$strip>>;
        sensitivity: z.ZodOptional<z.ZodArray<z.ZodObject<{
            path: z.ZodString;
            effect: z.ZodNullable<z.ZodNumber>;
        }, z.core.$strip>>>;
        policies: z.ZodArray<z.ZodUnion<readonly [z.ZodObject<{
            name: z.ZodString;
            source: z.ZodString;
            hash: z.ZodString;
            params: z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodNumber, z.ZodString, z.ZodBoolean]>>;
            replications: z.ZodArray<z.ZodObject<{
                replication: z.ZodInt;
                measures: z.ZodRecord<z.ZodString, z.ZodNullable<z.ZodNumber>>;
                nulls: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
            }, z.core.$strip>>;
            measures: z.ZodRecord<z.ZodString, z.ZodObject<{
                mean: z.ZodNullable<z.ZodNumber>;
                low: z.ZodNullable<z.ZodNumber>;
                high: z.ZodNullable<z.ZodNumber>;
                n: z.ZodInt;
                about: z.ZodOptional<z.ZodLiteral<true>>;
                reason: z.ZodOptional<z.ZodString>;
                unanswered: z.ZodOptional<z.ZodInt>;
                plausible: z.ZodOptional<z.ZodTuple<[z.ZodNullable<z.ZodNumber>, z.ZodNullable<z.ZodNumber>], null>>;
            }, z.core.$strip>>;
            thresholds: z.ZodArray<z.ZodObject<{
                metric: z.ZodString;
                expression: z.ZodString;
                value: z.ZodNullable<z.ZodNumber>;
                ok: z.ZodBoolean;
                reason: z.ZodOptional<z.ZodString>;
            }, z.core.$strip>>;
            slo: z.ZodOptional<z.ZodObject<{
                met: z.ZodBoolean;
                good_share: z.ZodNullable<z.ZodNumber>;
                runs_met: z.ZodInt;
                runs: z.ZodInt;
                runs_empty: z.ZodOptional<z.ZodInt>;
                gate: z.ZodBoolean;
                reason: z.ZodOptional<z.ZodString>;
            }, z.core.$strip>>;
            timeline: z.ZodArray<z.ZodObject<{
                service: z.ZodString;
                step_s: z.ZodNumber;
                rate: z.ZodArray<z.ZodNumber>;
                planned_rate: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                needed: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
                desired: z.ZodArray<z.ZodNumber>;
                ready: z.ZodArray<z.ZodNumber>;
                starting: z.ZodArray<z.ZodNumber>;
                p95_ms: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
                objective_ms: z.ZodOptional<z.ZodArray<z.ZodNullable<z.ZodNumber>>>;
                cpu: z.ZodArray<z.ZodNullable<z.ZodNumber>>;
                queue: z.ZodArray<z.ZodNumber>;
                outcomes: z.ZodOptional<z.ZodObject<{
                    ended: z.ZodArray<z.ZodNumber>;
                    failed: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                    rejected: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                    timed_out: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                    abandoned: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                    aborted: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
                }, z.core.$strip>>;
                bounds: z.ZodOptional<z.ZodObject<{
                    min: z.ZodNumber;
                    max: z.ZodNumber;
                }, z.core.$strip>>;
                held_back: z.ZodOptional<z.ZodArray<z.ZodObject<{
                    from_s: z.ZodNumber;
                    until_s: z.ZodNumber;
                    by: z.ZodString;
                    wanted: z.ZodNumber;
                }, z.core.$strip>>>;
                heatmap: z.ZodOptional<z.ZodObject<{
                    step_s: z.ZodNumber;
                    upper_ms: z.ZodArray<z.ZodNumber>;
                    count: z.ZodArray<z.ZodArray<z.ZodNumber>>;
                }, z.core.$strip>>;
                slo_windows: z.ZodOptional<z.ZodObject<{
                    from_s: z.ZodNumber;
                    step_s: z.ZodNumber;
                    judged: z.ZodArray<z.ZodNumber>;
                    good: z.ZodArray<z.ZodNumber>;
                }, z.core.$strip>>;
                above_slo: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>>>;
            }, z.core.$strip>>;
            latencyHistogram: z.ZodObject<{
                upper_ms: z.ZodArray<z.ZodNumber>;
                count: z.ZodArray<z.ZodNumber>;
            }, z.core.$strip>;
            events: z.ZodArray<z.ZodObject<{
                time_s: z.ZodNumber;
                kind: z.ZodString;
                service: z.ZodOptional<z.ZodString>;
                until_s: z.ZodOptional<z.ZodNumber>;
                detail: z.ZodOptional<z.ZodString>;
                recovery_s: z.ZodOptional<z.ZodNumber>;
            }, z.core.$strip>>;
            above_slo: z.ZodOptional<z.ZodArray<z.ZodTuple<[z.ZodNumber, z.ZodNumber], null>>>;
            lagBudget: z.ZodOptional<z.ZodArray<z.ZodObject<{
                time_s: z.ZodNumber;
                service: z.ZodString;
                needed_from: z.ZodNumber;
                needed_to: z.ZodNumber;
                total_s: z.ZodNullable<z.ZodNumber>;
                parts: z.ZodNullable<z.ZodObject<{
                    metric_s: z.ZodNumber;
                    decision_s: z.ZodNumber;
                    limit_s: z.ZodNumber;
                    api_s: z.ZodNumber;
                    startup_s: z.ZodNumber;
                    slow_start_s: z.ZodNumber;
                }, z.core.$strip>>;
                unanswered_s: z.ZodOptional<z.ZodNumber>;
            }, z.core.$strip>>>;
            decisions: z.ZodArray<z.ZodObject<{
                time_s: z.ZodNumber;
                until_s: z.ZodNumber;
                service: z.ZodString;
                wished: z.ZodOptional<z.ZodNumber>;
                desired: z.ZodNumber;
                applied: z.ZodNumber;
                result: z.ZodEnum<{
                    accepted: "accepted";
                    clamped: "clamped";
                    failed: "failed";
                    refused: "refused";
                    throttled: "throttled";
                }>;
                rule: z.ZodOptional<z.ZodString>;
                reason: z.ZodOptional<z.ZodString>;
                controller: z.ZodOptional<z.ZodInt>;
                other_controllers: z.ZodOptional<z.ZodInt>;
            }, z.core.$strip>>;
            log: z.ZodOptional<z.ZodObject<{
                total: z.ZodInt;
                lines: z.ZodArray<z.ZodObject<{
                    time_s: z.ZodNumber;
                    service: z.ZodString;
                    controller: z.ZodOptional<z.ZodInt>;
                    text: z.ZodString;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
            findings: z.ZodArray<z.ZodString>;
            failure: z.ZodOptional<z.ZodObject<{
                kind: z.ZodString;
                message: z.ZodString;
                time_s: z.ZodNullable<z.ZodNumber>;
                log: z.ZodOptional<z.ZodObject<{
                    total: z.ZodInt;
                    lines: z.ZodArray<z.ZodObject<{
                        time_s: z.ZodNumber;
                        service: z.ZodString;
                        controller: z.ZodOptional<z.ZodInt>;
                        text: z.ZodString;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
            }, z.core.$strip>>;
        }, z.core.$strip>, z.ZodObject<{
            name: z.ZodString;
            failure: z.ZodObject<{
                kind: z.ZodString;
                message: z.ZodString;
                time_s: z.ZodNullable<z.ZodNumber>;
                log: z.ZodOptional<z.ZodObject<{
                    total: z.ZodInt;
                    lines: z.ZodArray<z.ZodObject<{
                        time_s: z.ZodNumber;
                        service: z.ZodString;
                        controller: z.ZodOptional<z.ZodInt>;
                        text: z.ZodString;
                    }, z.core.$strip>>;
                }, z.core.$strip>>;
            }, z.core.$strip>;
        }, z.core.$strip>]>>;
        comparisons: z.ZodArray<z.ZodObject<{
            measure: z.ZodString;
            a: z.ZodString;
            b: z.ZodString;
            difference: z.ZodNullable<z.ZodNumber>;
            low: z.ZodNullable<z.ZodNumber>;
            high: z.ZodNullable<z.ZodNumber>;
            confidence: z.ZodOptional<z.ZodNumber>;
            verdict: z.ZodUnion<[z.ZodEnum<{
                better: "better";
                "no difference that matters": "no difference that matters";
                "not judged": "not judged";
                undecided: "undecided";
                worse: "worse";
            }>, z.ZodPipe<z.ZodLiteral<"no difference shown">, z.ZodTransform<"no difference that matters", "no difference shown">>]>;
            uncorrected: z.ZodOptional<z.ZodEnum<{
                better: "better";
                "no difference that matters": "no difference that matters";
                "not judged": "not judged";
                undecided: "undecided";
                worse: "worse";
            }>>;
            runs_needed: z.ZodOptional<z.ZodInt>;
            unanswered: z.ZodOptional<z.ZodObject<{
                a: z.ZodInt;
                b: z.ZodInt;
                runs: z.ZodInt;
            }, z.core.$strip>>;
        }, z.core.$strip>>;
        baseline: z.ZodOptional<z.ZodObject<{
            version: z.ZodString;
            notes: z.ZodArray<z.ZodString>;
            regressions: z.ZodArray<z.ZodObject<{
                policy: z.ZodString;
                measure: z.ZodString;
                baseline: z.ZodNullable<z.ZodNumber>;
                value: z.ZodNullable<z.ZodNumber>;
                regression: z.ZodNullable<z.ZodNumber>;
                low: z.ZodNullable<z.ZodNumber>;
                high: z.ZodNullable<z.ZodNumber>;
                limit: z.ZodNumber;
                limit_kind: z.ZodEnum<{
                    absolute: "absolute";
                    relative: "relative";
                }>;
                level: z.ZodEnum<{
                    error: "error";
                    warn: "warn";
                }>;
                paired: z.ZodBoolean;
                outcome: z.ZodEnum<{
                    kept: "kept";
                    "no data": "no data";
                    regressed: "regressed";
                    unclear: "unclear";
                }>;
                ok: z.ZodBoolean;
                reason: z.ZodOptional<z.ZodString>;
                against: z.ZodOptional<z.ZodString>;
            }, z.core.$strip>>;
            moved: z.ZodArray<z.ZodObject<{
                policy: z.ZodString;
                measure: z.ZodString;
                baseline: z.ZodNullable<z.ZodNumber>;
                value: z.ZodNullable<z.ZodNumber>;
                verdict: z.ZodEnum<{
                    better: "better";
                    worse: "worse";
                }>;
            }, z.core.$strip>>;
            decisions: z.ZodArray<z.ZodObject<{
                policy: z.ZodString;
                before: z.ZodInt;
                after: z.ZodInt;
                first_change_s: z.ZodNullable<z.ZodNumber>;
            }, z.core.$strip>>;
            unknown: z.ZodArray<z.ZodString>;
        }, z.core.$strip>>;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type Aggregate = z.output<typeof aggregateSchema>;
export type { SloResult } from './sloSchema.js';
export type ThresholdResult = z.output<typeof thresholdSchema>;
export type Timeline = z.output<typeof timelineSchema>;
export type DecisionRow = z.output<typeof decisionSchema>;
export type PrintedLog = z.output<typeof logSchema>;
export type Failure = z.output<typeof failureSchema>;
export type ReplicationResult = z.output<typeof replicationSchema>;
export type PolicyResult = z.output<typeof policyResultSchema>;
export type FailedPolicy = z.output<typeof failedPolicySchema>;
export type { Verdict } from '../stats/verdict.js';
export type Comparison = z.output<typeof comparisonSchema>;
export type ScenarioResult = z.output<typeof scenarioResultSchema>;
export type ResultDocument = z.output<typeof resultSchema>;
/** True for a policy that ran to the end. */
export declare function hasResults(policy: PolicyResult | FailedPolicy): policy is PolicyResult;
