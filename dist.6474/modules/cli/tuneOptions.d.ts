/** Options of `tune`; `--goal` is one of comparisons with worlds, too. */
export declare const tuneRules: {
    readonly vary: {
        readonly type: 'list';
        readonly value: 'KEY=VALUES';
        readonly describe: 'A parameter and the values to try: averageUtilization=50,60,70 or 50..80:5';
    };
    readonly goal: {
        readonly type: 'text';
        readonly value: 'MEASURE';
        readonly describe: 'What the best has least, or most, of (cost_usd); in comparisons with --uncertain';
    };
    readonly must: {
        readonly type: 'list';
        readonly value: 'EXPRESSION';
        readonly describe: "What must hold, e.g. 'http_req_duration p(95)<300' (the scenario's SLO and thresholds)";
    };
    readonly 'write-best': {
        readonly type: 'text';
        readonly value: 'FILE';
        readonly describe: 'Write the policy with the best values; all else in it stays';
    };
    readonly 'must-share': {
        readonly type: 'text';
        readonly value: 'RATIO';
        readonly describe: 'With --uncertain: the share of the worlds in which it must hold (95%)';
    };
    readonly budget: {
        readonly type: 'integer';
        readonly value: 'RUNS';
        readonly range: readonly [1, 1000000];
        readonly describe: 'Most runs in all (2000)';
    };
};
