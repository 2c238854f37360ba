/** CPU as Kubernetes writes it: 250m, 1, 1500m. */
export function cpuText(vcpus) {
    return Number.isInteger(vcpus) ? String(vcpus) : `${Math.round(vcpus * 1000)}m`;
}
