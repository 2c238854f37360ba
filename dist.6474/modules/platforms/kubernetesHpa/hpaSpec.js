/** The targets of an autoscaler that are shares of a request. */
export function requestShares({ metrics, at }) {
    return metrics.flatMap((metric) => {
        if (metric.source !== 'resource' || metric.target.kind !== 'utilization')
            return [];
        const { name: resource, container, target, path } = metric;
        return [{ resource, percent: target.percent, container, where: at(path) }];
    });
}
