/** Keys of many types that say how to get in. `...FromEnv` is one too, whatever comes before it. */
export const accessKeys = [
    'activeDirectoryEndpoint',
    'apiKey',
    'authMode',
    'authModes',
    'awsRegion',
    'awsEndpoint',
    'azureResourceManagerEndpoint',
    'ca',
    'cert',
    'cloud',
    'customHeaders',
    'endpointSuffix',
    'identityOwner',
    'key',
    'keyParamName',
    'method',
    'metricName',
    'password',
    'storageEndpointSuffix',
    'timeout',
    'tls',
    'unsafeSsl',
    'username',
];
/** A trigger on the length of a queue: the scenario's `queue_depth` stands for it. */
export function queueKind(kind) {
    return { ...kind, isQueue: true, metricGuess: () => 'queue_depth' };
}
/** What Go's strconv.ParseBool takes for true; a text that is no truth value counts as `preset`. */
export function isTrue(text, preset = false) {
    if (text === undefined || !/^(1|t|true|0|f|false)$/i.test(text))
        return preset;
    return /^(1|t|true)$/i.test(text);
}
/** KEDA replaces what a metric's name may not have. Source: a description of kedacore/keda, pkg/util/normalize_string.go. */
export function normalise(text) {
    return text.replace(/[/.:%()]/g, '-').toLowerCase();
}
