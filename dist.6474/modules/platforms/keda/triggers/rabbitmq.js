import { isTrue, queueKind } from './triggerKind.js';
/** What each mode counts. */
const modes = {
    QueueLength: 'messages of the queue',
    MessageRate: 'messages published a second',
    DeliverGetRate: 'messages delivered a second',
    PublishedToDeliveredRatio: 'published for each delivered',
    ExpectedQueueConsumptionTime: 'seconds until the queue is empty',
};
/** Modes that do not grow with the number of messages. */
const levels = {
    PublishedToDeliveredRatio: 'ratio',
    ExpectedQueueConsumptionTime: 'time',
};
/**
 * Length of a queue, or one of its rates.
 *
 * With none of `mode`, `value` and `queueLength` the target is 20 messages. Source: a description of kedacore/keda after v2.20,
 * pkg/scalers/rabbitmq_scaler.go (validateTrigger).
 */
export const rabbitmq = {
    ...queueKind({
        type: 'rabbitmq',
        counts: modes.QueueLength,
        countsBy: ({ mode = 'QueueLength' }) => modes[mode],
        level: ({ mode = 'QueueLength' }) => levels[mode],
        // queueLength is the older spelling of `mode: QueueLength` with `value`.
        targetKeys: ['value', 'queueLength'],
        targetDefault: undefined,
        presetTarget: ({ mode, value, queueLength }) => ((mode ?? value ?? queueLength) === undefined ? 20 : undefined),
        activationKeys: ['activationValue'],
        neededKeys: ['queueName'],
        placeKeys: ['host', 'protocol', 'queueName', 'vhostName', 'pageSize', 'workloadIdentityResource'],
        effects: {
            mode: 'MessageRate reads messages published a second instead of the queue',
            useRegex: 'several queues are read as one',
            operation: 'several queues are added up, averaged, or the longest taken',
            excludeUnacknowledged: 'messages that a consumer holds are not counted; here queue_depth counts waiting requests only',
        },
        refusals,
        metricSuffix: ({ queueName }) => `rabbitmq-${encodeURIComponent(queueName ?? '')}`,
    }),
    // What is published is not what is completed, so a rate has to be mapped by hand.
    metricGuess: ({ mode = 'QueueLength' }) => (mode === 'QueueLength' ? 'queue_depth' : undefined),
};
function refusals({ mode, value, queueLength, host = '', protocol, useRegex, excludeUnacknowledged, }) {
    const isAmqp = protocol === 'amqp' || (protocol === undefined && /^amqps?:/.test(host));
    const refused = [];
    if (queueLength !== undefined && (mode ?? value) !== undefined) {
        const what = '`queueLength` stands beside `mode` or `value`';
        refused.push({ key: 'queueLength', what, fix: 'remove `queueLength`.' });
    }
    if (value !== undefined && mode === undefined) {
        refused.push({ key: 'mode', what: '`value` has no `mode`', fix: 'add `mode: QueueLength`.' });
    }
    if (mode !== undefined && !Object.hasOwn(modes, mode)) {
        refused.push({ key: 'mode', what: `"${mode}" is no mode`, fix: `use one of ${Object.keys(modes).join(', ')}.` });
    }
    if (mode !== undefined && mode !== 'QueueLength' && isAmqp) {
        const what = `the mode ${mode} is read over HTTP, and the protocol is amqp`;
        refused.push({ key: 'mode', what, fix: 'use an http host, or `mode: QueueLength`.' });
    }
    for (const [key, text] of Object.entries({ useRegex, excludeUnacknowledged })) {
        if (!isAmqp || !isTrue(text))
            continue;
        refused.push({
            key,
            what: `\`${key}\` is for HTTP, and the protocol is amqp`,
            fix: `use an http host, or remove \`${key}\`.`,
        });
    }
    return refused;
}
