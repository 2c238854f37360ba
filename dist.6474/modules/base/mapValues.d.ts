/** The same keys, each with what comes of its value. */
export declare function mapValues<Value, Result>(map: Readonly<Record<string, Value>>, change: (value: Value, key: string) => Result): Record<string, Result>;
