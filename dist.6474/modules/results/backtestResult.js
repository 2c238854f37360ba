/** What is compared, in the order of every view. */
export const backtestMeasures = {
    replicas: { words: 'replicas', unit: 'pods', errorUnit: 'pods' },
    first_scale_up_s: { words: 'first scale-up', unit: 's', errorUnit: 's' },
    cpu_cores: { words: 'CPU', unit: 'cores', errorUnit: 'ratio' },
    latency_p50_ms: { words: 'latency p50', unit: 'ms', errorUnit: 'ratio' },
    latency_p95_ms: { words: 'latency p95', unit: 'ms', errorUnit: 'ratio' },
    error_share: { words: '5xx', unit: 'share', errorUnit: 'share' },
    flaps: { words: 'flaps', unit: 'count', errorUnit: 'count' },
};
