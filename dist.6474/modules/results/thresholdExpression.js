const pattern = /^\s*(avg|min|max|med|count|rate|value|p\(\s*(\d+(?:\.\d+)?)\s*\))\s*(<=|>=|===|==|!=|<|>)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*$/;
/** k6's grammar `aggregation operator number`; undefined when the text is none of it. */
export function parseThresholdExpression(text) {
    const match = pattern.exec(text);
    if (match === null)
        return undefined;
    const [, name, percent, operator, limit] = match;
    const quantile = percent === undefined ? undefined : Number(percent) / 100;
    if ((quantile !== undefined && quantile > 1) || !Number.isFinite(Number(limit)))
        return undefined;
    return {
        // safe: the pattern lists exactly the names of the type.
        aggregation: quantile === undefined ? name : { quantile },
        operator: operator, // safe: as above
        limit: Number(limit),
    };
}
/** The name of an aggregation as k6 writes it, with `p(N)` for every quantile. */
export function aggregationName(aggregation) {
    return typeof aggregation === 'string' ? aggregation : 'p(N)';
}
/** Whether `value` keeps the limit. */
export function holds({ operator, limit }, value) {
    const compare = {
        '<': value < limit,
        '<=': value <= limit,
        '>': value > limit,
        '>=': value >= limit,
        '==': value === limit,
        '===': value === limit,
        '!=': value !== limit,
    };
    return compare[operator];
}
/** Tags are split on `,`, then on the first `:`, and ANDed (k6); undefined when the text is malformed. */
export function parseMetricSelector(text) {
    const match = /^\s*([^{}\s]+)\s*(?:\{([^{}]*)\})?\s*$/.exec(text);
    if (match === null)
        return undefined;
    const [, metric, inside] = match;
    if (inside === undefined)
        return { metric, tags: {} };
    const tags = {};
    for (const part of inside.split(',')) {
        const colon = part.indexOf(':');
        if (colon < 1)
            return undefined;
        tags[part.slice(0, colon).trim()] = part.slice(colon + 1).trim();
    }
    return { metric, tags };
}
