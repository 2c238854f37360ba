/**
 * A value as a message quotes it: with its type, short, and never failing, whatever a policy returned or threw.
 *
 * @example describeValue('5') // "5" (string)
 */
export declare function describeValue(value: unknown): string;
