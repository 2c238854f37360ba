/** Messages of an SQS queue. Source: keda.sh, scalers/aws-sqs. */
export declare const awsSqsQueue: import("./triggerKind.js").TriggerKind;
/** Messages of a Service Bus queue or subscription. Source: keda.sh, scalers/azure-service-bus. */
export declare const azureServicebus: import("./triggerKind.js").TriggerKind;
/** Length of a Redis list. Source: keda.sh, scalers/redis-lists. */
export declare const redis: import("./triggerKind.js").TriggerKind;
