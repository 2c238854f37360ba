/** Names that an exporter gives to one of several ways to tell the same thing, which must not be added up; empty where it has one way. */
export function variantOf({ name, labels }) {
    if (name.startsWith('istio_') && labels.reporter !== undefined)
        return `reporter ${labels.reporter}`;
    if (!name.startsWith('container_'))
        return haOf(labels);
    const container = labels.container ?? labels.container_name;
    // cAdvisor has each container, the pause container as POD, and the cgroups around them without a name.
    if (container === 'POD')
        return 'pause containers';
    if (container === undefined && labels.pod === undefined && labels.pod_name === undefined && labels.id !== undefined)
        return 'nodes';
    return container === '' || (container === undefined && labels.id !== undefined) ? 'whole pods' : haOf(labels);
}
/** Two Prometheus servers that record the same have a label that tells them apart. Source: Thanos and Cortex, "deduplication". */
function haOf(labels) {
    const label = ['prometheus_replica', '__replica__', 'cluster_replica'].find((one) => labels[one] !== undefined);
    return label === undefined ? '' : `${label} ${labels[label]}`;
}
/** The better of two variants of one metric, by what each stands for. */
export function variantOrder(variant) {
    const known = ['', 'reporter destination', 'reporter source', 'whole pods', 'pause containers', 'nodes'];
    const place = known.indexOf(variant);
    return place < 0 ? 1 : place;
}
